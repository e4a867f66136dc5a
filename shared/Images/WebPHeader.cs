using System.Buffers.Binary;

namespace Ocr.Images;

/// <summary>WebP: a RIFF container whose first chunk is <c>VP8 </c> (lossy), <c>VP8L</c> (lossless) or <c>VP8X</c> (extended: canvas and flags).</summary>
internal static class WebPHeader
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;
    private const byte AnimationFlag = 0x02;

    public static bool IsWebP(ReadOnlySpan<byte> file) =>
        file.Length >= RiffHeader && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static HeaderError Read(ReadOnlySpan<byte> file, out ImageHeader? header)
    {
        header = null;
        var chunks = file[RiffHeader..];
        if (chunks.Length < ChunkHeader + 10)
        {
            return HeaderError.Truncated;
        }

        var data = chunks[ChunkHeader..];
        var size = chunks.StartsWith("VP8 "u8) ? Lossy(data)
            : chunks.StartsWith("VP8L"u8) ? Lossless(data)
            : chunks.StartsWith("VP8X"u8) ? (1 + UInt24(data[4..]), 1 + UInt24(data[7..]))
            : default((int Width, int Height)?);
        if (size is not { } known)
        {
            return HeaderError.Malformed;
        }

        var animated = chunks.StartsWith("VP8X"u8) && (data[0] & AnimationFlag) != 0 && Frames(chunks) != 1;
        // The size counts the bytes after it. A file can be longer, but not shorter.
        var complete = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) <= file.Length - 8;
        header = new ImageHeader(ImageFormat.WebP, known.Width, known.Height, animated, complete);
        return HeaderError.None;
    }

    // Only a key frame has a size.
    private static (int Width, int Height)? Lossy(ReadOnlySpan<byte> data) =>
        data[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;

    private static (int Width, int Height)? Lossless(ReadOnlySpan<byte> data)
    {
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return data[0] == 0x2F ? ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : null;
    }

    // The flag alone does not prove that there are two frames. When the frames cannot be counted in a truncated file, it is treated as an animation.
    private static int Frames(ReadOnlySpan<byte> chunks)
    {
        var frames = 0;
        while (chunks.Length >= ChunkHeader && frames < 2)
        {
            frames += chunks.StartsWith("ANMF"u8) ? 1 : 0;
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
            length += ChunkHeader + (length & 1);
            // The padding byte of the last chunk may be missing.
            if (length > chunks.Length + 1)
            {
                break;
            }

            chunks = chunks[(int)Math.Min(length, chunks.Length)..];
        }

        return frames > 1 || chunks.Length <= 1 ? frames : 0;
    }

    private static int UInt24(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);
}
