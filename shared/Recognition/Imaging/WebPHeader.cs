using System.Buffers.Binary;

namespace Ocr.Recognition.Imaging;

/// <summary>Reads the three kinds of first chunk: <c>VP8 </c> (lossy), <c>VP8L</c> (lossless), <c>VP8X</c> (extended: canvas and flags).</summary>
internal static class WebPHeader
{
    private const int FirstChunk = 12;
    private const byte AnimationFlag = 0x02;

    public static ImageInfo Read(ReadOnlySpan<byte> image)
    {
        if (image.Length < FirstChunk + 18)
        {
            throw new ImageErrorException(ImageError.Truncated, "The WebP ends within its header.");
        }

        var name = image[FirstChunk..(FirstChunk + 4)];
        var data = image[(FirstChunk + 8)..];
        return name switch
        {
            _ when name.SequenceEqual("VP8 "u8) => Lossy(data),
            _ when name.SequenceEqual("VP8L"u8) => Lossless(data),
            _ when name.SequenceEqual("VP8X"u8) => Extended(data, image),
            _ => throw new ImageErrorException(ImageError.Undecodable, "The WebP's first chunk is unknown."),
        };
    }

    private static ImageInfo Lossy(ReadOnlySpan<byte> data)
    {
        var isKeyFrame = data[3..6] is [0x9D, 0x01, 0x2A];
        return isKeyFrame
            ? ImageInfo.Checked(
                ImageFormat.WebP,
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF,
                animated: false)
            : throw new ImageErrorException(ImageError.Undecodable, "The lossy WebP does not start with a key frame.");
    }

    private static ImageInfo Lossless(ReadOnlySpan<byte> data)
    {
        if (data[0] != 0x2F)
        {
            throw new ImageErrorException(ImageError.Undecodable, "The lossless WebP has no signature.");
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return ImageInfo.Checked(ImageFormat.WebP, (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, animated: false);
    }

    private static ImageInfo Extended(ReadOnlySpan<byte> data, ReadOnlySpan<byte> image) => ImageInfo.Checked(
        ImageFormat.WebP,
        1 + Read24(data[4..]),
        1 + Read24(data[7..]),
        (data[0] & AnimationFlag) != 0 && Frames(image) != 1);

    // The flag alone does not prove that there are two frames. When the frames cannot be counted in a truncated file, it is treated as an animation.
    private static int Frames(ReadOnlySpan<byte> image)
    {
        var frames = 0;
        long at = FirstChunk;
        while (at + 8 <= image.Length && frames < 2)
        {
            var chunk = image[(int)at..];
            frames += chunk.StartsWith("ANMF"u8) ? 1 : 0;
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8 + length + (length & 1);
        }

        return frames > 1 || at >= image.Length - 1 && at <= image.Length ? frames : 0;
    }

    private static int Read24(ReadOnlySpan<byte> data) => data[0] | data[1] << 8 | data[2] << 16;
}
