using System.Text;

namespace Ocr.Load.Traffic;

/// <summary>
/// Creates uploads. The cache key is the hash of a file, so that a receipt with a unique comment in its header is new to the system: it is decoded
/// and read again, and the driver creates it at hardly any cost. The folder's receipts are used in turn: the first round has different payments, and
/// later rounds are recognized as payments that were sent twice.
/// </summary>
internal sealed class ImageSource(string folder, int seed)
{
    // Header of a PNG of 480 x 800, damaged data, end.
    private static readonly byte[] Damaged = Convert.FromHexString(
        "89504E470D0A1A0A" + "0000000D49484452" + "000001E000000320" + "0802000000" + "00000000" + "0000000449444154" + "01020304" + "00000000" + "0000000049454E44AE426082");

    private readonly byte[][] _receipts = [.. Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    private readonly List<byte[]> _accepted = [];
    private readonly Random _random = new(seed);
    private int _next;

    public int Count => _receipts.Length;

    /// <summary>Returns the next upload of a kind. A repeated one is one of the last 500 accepted uploads.</summary>
    public Image Take(Kind kind) => kind switch
    {
        Kind.New => new Image(kind, "recibo.jpg", Fresh()),
        Kind.Repeated => Again() is { } known ? new Image(kind, "recibo.jpg", known) : Take(Kind.New),
        // Unique bytes; otherwise all damaged images would be one.
        Kind.Damaged => new Image(kind, "roto.png", [.. Damaged, .. Guid.NewGuid().ToByteArray()]),
        _ => new Image(Kind.Refused, "nota.jpg", Encoding.UTF8.GetBytes("esto no es una imagen")),
    };

    /// <summary>Draws a kind by its share of all uploads; broken ones are alternately rejected and damaged.</summary>
    public Kind Draw(double repeated, double broken)
    {
        var value = _random.NextDouble();
        return value < repeated ? Kind.Repeated
            : value >= repeated + broken ? Kind.New
            : value < repeated + (broken / 2) ? Kind.Damaged
            : Kind.Refused;
    }

    /// <summary>Marks an image as repeatable.</summary>
    public void Accepted(Image image)
    {
        const int MaxAccepted = 500;
        if (image.Kind == Kind.New)
        {
            lock (_accepted)
            {
                if (_accepted.Count == MaxAccepted)
                {
                    _accepted.RemoveAt(0);
                }

                _accepted.Add(image.Content);
            }
        }
    }

    private byte[]? Again()
    {
        lock (_accepted)
        {
            return _accepted.Count == 0 ? null : _accepted[_random.Next(_accepted.Count)];
        }
    }

    private byte[] Fresh()
    {
        var receipt = _receipts[_next++ % _receipts.Length];
        // COM segment (ITU-T T.81, B.2.4.5) after the first marker: length 18 including itself, 16 unique bytes.
        return [.. receipt.AsSpan(0, 2), 0xFF, 0xFE, 0x00, 0x12, .. Guid.NewGuid().ToByteArray(), .. receipt.AsSpan(2)];
    }
}
