using System.Buffers.Binary;

namespace Ocr.Ingest.Images;

/// <summary>PNG: a signature, then chunks of length, type, data and checksum, from IHDR to IEND.</summary>
internal static class PngHeader
{
    private const int ChunkFrame = 12;
    private const int HeaderData = 13;

    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        var rest = file[Magic.Length..];
        if (rest.Length < ChunkFrame + HeaderData || !rest[4..].StartsWith("IHDR"u8))
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(rest[8..]);
        var height = BinaryPrimitives.ReadUInt32BigEndian(rest[12..]);
        if (width > int.MaxValue || height > int.MaxValue)
        {
            return null;
        }

        var (animated, complete) = Walk(rest);
        return new ImageHeader(ImageFormat.Png, (int)width, (int)height, animated, complete) { Effort = Effort(rest[16], rest[20]) };
    }

    // The seven passes of an interlaced image process each row about twice.
    private static double Effort(byte bitDepth, byte interlacing) => (bitDepth > 8 ? 2 : 1) * (interlacing > 0 ? 2 : 1);

    private static (bool Animated, bool Complete) Walk(ReadOnlySpan<byte> rest)
    {
        var animated = false;
        while (rest.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest.Slice(4, 4);
            if (length > rest.Length - ChunkFrame)
            {
                return (animated, false);
            }

            if (type.SequenceEqual("IEND"u8))
            {
                return (animated, true);
            }

            animated |= type.SequenceEqual("acTL"u8);
            rest = rest[(ChunkFrame + (int)length)..];
        }

        return (animated, false);
    }
}
