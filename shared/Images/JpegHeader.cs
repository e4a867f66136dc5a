using System.Buffers.Binary;

namespace Ocr.Images;

/// <summary>
/// JPEG: segments that start with a marker. The frame segment (SOF) has the size, after up to 100 kB of application segments; the pixels and an end mark
/// follow.
/// </summary>
internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Progressive = 0xC2;
    private const int FrameData = 7;

    public static HeaderError Read(ReadOnlySpan<byte> file, out ImageHeader? header)
    {
        header = null;
        var rest = file[2..];
        while (true)
        {
            var error = NextMarker(ref rest, out var marker);
            if (error != HeaderError.None)
            {
                return error;
            }

            if (IsAlone(marker))
            {
                continue;
            }

            if (rest.Length < 2)
            {
                return HeaderError.Truncated;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (marker is StartOfScan or EndOfImage || length < (IsFrame(marker) ? FrameData + 1 : 2))
            {
                return HeaderError.Malformed;
            }

            if (IsFrame(marker))
            {
                return Frame(rest, marker, length, out header);
            }

            rest = rest[Math.Min(length, rest.Length)..];
        }
    }

    // Any number of fill bytes 0xFF may precede a marker.
    private static HeaderError NextMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        if (rest.Length > 0 && rest[0] != 0xFF)
        {
            return HeaderError.Malformed;
        }

        var start = rest.IndexOfAnyExcept((byte)0xFF);
        if (start < 0)
        {
            return HeaderError.Truncated;
        }

        marker = rest[start];
        rest = rest[(start + 1)..];
        return HeaderError.None;
    }

    // A height of 0 means that a DNL segment after the first scan states it, which no decoder here supports.
    private static HeaderError Frame(ReadOnlySpan<byte> segment, byte marker, ushort length, out ImageHeader? header)
    {
        header = null;
        if (segment.Length < FrameData)
        {
            return HeaderError.Truncated;
        }

        header = new ImageHeader(
            ImageFormat.Jpeg,
            BinaryPrimitives.ReadUInt16BigEndian(segment[5..]),
            BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
            Animated: false,
            Complete: segment[Math.Min(length, segment.Length)..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) >= 0)
        {
            Effort = marker == Progressive ? 2 : 1,
        };
        return HeaderError.None;
    }

    // TEM, the restart markers and SOI have no length.
    private static bool IsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    // SOF0–SOF15 without DHT (C4), JPG (C8) and DAC (CC), which are in the same range.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
