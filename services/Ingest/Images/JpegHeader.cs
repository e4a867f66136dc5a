using System.Buffers.Binary;

namespace Ocr.Ingest.Images;

/// <summary>JPEG: segments that start with a marker. The frame segment has the dimensions; the scan and an end mark follow.</summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Progressive = 0xC2;

    public static ReadOnlySpan<byte> Magic => [0xFF, 0xD8, 0xFF];

    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        var rest = file[2..];
        while (TryNextMarker(ref rest, out var marker))
        {
            if (IsAlone(marker))
            {
                continue;
            }

            if (marker is StartOfScan or EndOfImage || rest.Length < 2)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length < 2 || length > rest.Length)
            {
                return null;
            }

            if (IsFrame(marker))
            {
                return length < 8 ? null : new ImageHeader(
                    ImageFormat.Jpeg,
                    BinaryPrimitives.ReadUInt16BigEndian(rest[5..]),
                    BinaryPrimitives.ReadUInt16BigEndian(rest[3..]),
                    Animated: false,
                    Complete: rest[length..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) >= 0)
                {
                    Effort = marker == Progressive ? 2 : 1,
                };
            }

            rest = rest[length..];
        }

        return null;
    }

    // A marker may be preceded by any number of fill bytes 0xFF.
    private static bool TryNextMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        if (rest.IsEmpty || rest[0] != 0xFF)
        {
            return false;
        }

        var start = rest.IndexOfAnyExcept((byte)0xFF);
        if (start < 0)
        {
            return false;
        }

        marker = rest[start];
        rest = rest[(start + 1)..];
        return true;
    }

    // TEM and the restart markers have no length.
    private static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    // SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC), which are in the same range.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
