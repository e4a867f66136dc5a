using System.Buffers.Binary;

namespace Ocr.Ingest.Images;

/// <summary>WebP: a RIFF container whose first chunk is VP8 (lossy), VP8L (lossless) or VP8X (extended).</summary>
internal static class WebPHeader
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;
    private const byte AnimationFlag = 0x02;

    public static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length >= RiffHeader && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        // The size counts the bytes after it. A file can be longer, but not shorter.
        var complete = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) <= file.Length - 8;
        var chunk = file[RiffHeader..];
        if (chunk.Length < ChunkHeader + 10)
        {
            return null;
        }

        var data = chunk[ChunkHeader..];
        return chunk.StartsWith("VP8 "u8) ? Lossy(data, complete)
            : chunk.StartsWith("VP8L"u8) ? Lossless(data, complete)
            : chunk.StartsWith("VP8X"u8) ? Extended(data, complete)
            : null;
    }

    private static ImageHeader? Lossy(ReadOnlySpan<byte> data, bool complete) =>
        data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? Header(
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF,
                complete)
            : null;

    private static ImageHeader? Lossless(ReadOnlySpan<byte> data, bool complete)
    {
        if (data[0] != 0x2F)
        {
            return null;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return Header((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, complete);
    }

    private static ImageHeader Extended(ReadOnlySpan<byte> data, bool complete) =>
        Header(UInt24(data[4..]) + 1, UInt24(data[7..]) + 1, complete) with { Animated = (data[0] & AnimationFlag) != 0 };

    private static int UInt24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);

    private static ImageHeader Header(int width, int height, bool complete) =>
        new(ImageFormat.WebP, width, height, Animated: false, complete);
}
