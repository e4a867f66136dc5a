using System.Buffers.Binary;

namespace Ocr.Recognition.Imaging;

/// <summary>Walks the segments up to the frame header (SOF), which contains the size. Up to 100 kB of application segments may precede it.</summary>
internal static class JpegHeader
{
    public static ImageInfo Read(ReadOnlySpan<byte> image)
    {
        var at = 2;
        while (true)
        {
            var marker = Marker(image, ref at);
            if (IsStandalone(marker))
            {
                continue;
            }

            if (at + 2 > image.Length)
            {
                throw Truncated();
            }

            if (IsFrame(marker))
            {
                return Frame(image[at..]);
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(image[at..]);
            if (length < 2 || marker is 0xDA or 0xD9)
            {
                throw new ImageErrorException(ImageError.Undecodable, "The JPEG has no frame header before its data.");
            }

            at += length;
        }
    }

    /// <summary>Returns the code after FF and skips fill bytes; <paramref name="at"/> ends after it.</summary>
    private static byte Marker(ReadOnlySpan<byte> image, ref int at)
    {
        if (at < image.Length && image[at] != 0xFF)
        {
            throw new ImageErrorException(ImageError.Undecodable, "A JPEG segment does not start with a marker.");
        }

        while (at < image.Length && image[at] == 0xFF)
        {
            at++;
        }

        return at < image.Length ? image[at++] : throw Truncated();
    }

    private static ImageInfo Frame(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 7)
        {
            throw Truncated();
        }

        // A height of 0 means that a DNL segment after the first scan states it, which no decoder here supports.
        var height = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(segment[5..]);
        return ImageInfo.Checked(ImageFormat.Jpeg, width, height, animated: false);
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsStandalone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    private static ImageErrorException Truncated() => new(ImageError.Truncated, "The JPEG ends within its header.");
}
