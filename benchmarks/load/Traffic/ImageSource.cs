using System.Text;

namespace Ocr.Load.Traffic;

/// <summary>
/// Makes uploads. The reader's cache goes by the bytes of a file, so a receipt with a comment of its own in its header is as new to the system as any
/// other, its picture is decoded and read again, and making it costs the driver next to nothing. The folder's receipts come in turn: the first round is
/// of different payments, in later rounds they are recognised as payments that were sent twice.
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

    /// <summary>The next upload of a kind. A repeated one repeats any of the last 500 that were accepted.</summary>
    public Image Take(Kind kind) => kind switch
    {
        Kind.New => new Image(kind, "recibo.jpg", Fresh()),
        Kind.Repeated => Again() is { } known ? new Image(kind, "recibo.jpg", known) : Take(Kind.New),
        // Bytes of its own, or all damaged images would be one.
        Kind.Damaged => new Image(kind, "roto.png", [.. Damaged, .. Guid.NewGuid().ToByteArray()]),
        _ => new Image(Kind.Refused, "nota.jpg", Encoding.UTF8.GetBytes("esto no es una imagen")),
    };

    /// <summary>A kind by its share of all uploads; what is broken is refused or damaged by turns.</summary>
    public Kind Draw(double repeated, double broken)
    {
        var value = _random.NextDouble();
        return value < repeated ? Kind.Repeated
            : value >= repeated + broken ? Kind.New
            : value < repeated + (broken / 2) ? Kind.Damaged
            : Kind.Refused;
    }

    /// <summary>May be repeated from now on.</summary>
    public void Accepted(Image image)
    {
        const int Most = 500;
        if (image.Kind == Kind.New)
        {
            lock (_accepted)
            {
                if (_accepted.Count == Most)
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
        // Segment COM (ITU-T T.81, B.2.4.5) right after the first marker: length 18 with itself, 16 bytes that no other has.
        return [.. receipt.AsSpan(0, 2), 0xFF, 0xFE, 0x00, 0x12, .. Guid.NewGuid().ToByteArray(), .. receipt.AsSpan(2)];
    }
}
