using System.Buffers.Binary;

namespace Ocr.Images;

/// <summary>
/// PNG: a signature, then chunks of length, type, data and checksum. IHDR, the first, has the size; acTL, before the pixels (IDAT), the number of
/// frames; IEND is the last.
/// </summary>
internal static class PngHeader
{
    private const int ChunkStart = 8;
    private const int ChunkOverhead = 12;
    private const int SizeData = 13;

    public static HeaderError Read(ReadOnlySpan<byte> file, out ImageHeader? header)
    {
        header = null;
        var rest = file[ImageHeaderReader.PngSignature.Length..];
        if (rest.Length < ChunkStart + SizeData)
        {
            return HeaderError.Truncated;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(rest[8..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(rest[12..]);
        if (!rest[4..].StartsWith("IHDR"u8) || width > int.MaxValue || height > int.MaxValue)
        {
            return HeaderError.Malformed;
        }

        if (Walk(rest) is not { } found)
        {
            return HeaderError.Truncated;
        }

        header = new ImageHeader(ImageFormat.Png, (int)width, (int)height, found.Frames > 1, found.Complete) { Effort = Effort(rest[16], rest[20]) };
        return HeaderError.None;
    }

    // The seven passes of an interlaced image process each row about twice.
    private static double Effort(byte bitDepth, byte interlacing) => (bitDepth > 8 ? 2 : 1) * (interlacing > 0 ? 2 : 1);

    // Null when the file ends before its pixels.
    private static (uint Frames, bool Complete)? Walk(ReadOnlySpan<byte> rest)
    {
        var (frames, hasPixels) = (1u, false);
        while (rest.Length >= ChunkStart)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest.Slice(4, 4);
            if (type.SequenceEqual("IEND"u8))
            {
                return (frames, rest.Length >= ChunkOverhead && length <= rest.Length - ChunkOverhead);
            }

            hasPixels |= type.SequenceEqual("IDAT"u8);
            if (length > rest.Length - ChunkOverhead)
            {
                break;
            }

            if (!hasPixels && length >= 4 && type.SequenceEqual("acTL"u8))
            {
                frames = BinaryPrimitives.ReadUInt32BigEndian(rest[ChunkStart..]);
            }

            rest = rest[(ChunkOverhead + (int)length)..];
        }

        return hasPixels ? (frames, false) : null;
    }
}
