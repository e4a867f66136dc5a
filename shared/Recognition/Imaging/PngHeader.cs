using System.Buffers.Binary;

namespace Ocr.Recognition.Imaging;

/// <summary>Reads the size from IHDR and the number of frames from acTL; stops at the first pixel data.</summary>
internal static class PngHeader
{
    private const int ChunkOverhead = 12; // length, name, checksum

    public static ImageInfo Read(ReadOnlySpan<byte> image)
    {
        var at = Signature.Png.Length;
        if (image.Length < at + 8 + 13)
        {
            throw Truncated();
        }

        if (!image[(at + 4)..].StartsWith("IHDR"u8))
        {
            throw new ImageErrorException(ImageError.Undecodable, "A PNG's first chunk must be IHDR.");
        }

        var size = image[(at + 8)..];
        return ImageInfo.Checked(
            ImageFormat.Png,
            BinaryPrimitives.ReadUInt32BigEndian(size),
            BinaryPrimitives.ReadUInt32BigEndian(size[4..]),
            Frames(image, at) > 1);
    }

    private static long Frames(ReadOnlySpan<byte> image, long at)
    {
        while (at + 8 <= image.Length)
        {
            var chunk = image[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(chunk); // 64 bits: in 32 bits the addition below could overflow to a step of 0
            var name = chunk[4..8];
            if (name.SequenceEqual("acTL"u8))
            {
                return chunk.Length >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]) : throw Truncated();
            }

            if (name.SequenceEqual("IDAT"u8) || name.SequenceEqual("IEND"u8))
            {
                return 1;
            }

            at += length + ChunkOverhead;
        }

        throw Truncated();
    }

    private static ImageErrorException Truncated() => new(ImageError.Truncated, "The PNG ends within its header.");
}
