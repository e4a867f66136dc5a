using Ocr.Images;
using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class CheckedHeaderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png, ImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg, ImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp, ImageFormat.WebP)]
    public void Reads_the_size_of_what_an_encoder_wrote(SKEncodedImageFormat encoder, ImageFormat format)
    {
        var header = CheckedHeader.Read(Pictures.Encoded(encoder, 123, 77));
        Assert.Equal((format, 123, 77, false), Facts(header));
    }

    [Fact]
    public void Reads_lossy_webp()
    {
        using var bitmap = Pictures.Asymmetric(64, 33);
        Assert.Equal((ImageFormat.WebP, 64, 33, false), Facts(CheckedHeader.Read(Pictures.Encode(bitmap, SKEncodedImageFormat.Webp, 50))));
    }

    [Fact]
    public void Reads_a_huge_size_from_a_file_of_a_few_bytes() =>
        Assert.Equal(900_000_000, CheckedHeader.Read(Bytes.Png(30_000, 30_000)).Pixels);

    // With 12 bytes of overhead such a length becomes 0 to 11 in 32 bits: the walk would not advance.
    [Theory]
    [InlineData(0xFFFF_FFF4)]
    [InlineData(0xFFFF_FFF5)]
    [InlineData(0xFFFF_FFFF)]
    public async Task Does_not_walk_in_place_where_a_chunk_is_nearly_four_gigabytes_long(uint length)
    {
        byte[] png = [.. Bytes.Png(9, 9)[..33], .. Bytes.BigEndian(length), .. "tEXt"u8, .. new byte[40]];
        var error = await Assert.ThrowsAsync<ImageErrorException>(
            () => Task.Run(() => CheckedHeader.Read(png)).WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(ImageError.Truncated, error.Error);
    }

    [Fact]
    public void Reads_a_jpeg_whose_header_follows_a_long_segment()
    {
        var jpeg = Pictures.Encoded(SKEncodedImageFormat.Jpeg, 50, 20);
        var comment = Bytes.Join([0xFF, 0xFE, 0xFF, 0xFF], new byte[0xFFFD]);
        byte[] shifted = [.. jpeg[..2], .. comment, .. comment, .. jpeg[2..]];
        Assert.Equal((ImageFormat.Jpeg, 50, 20, false), Facts(CheckedHeader.Read(shifted)));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Distinguishes_an_animated_png_from_one_with_a_single_frame(byte frames, bool animated)
    {
        var png = Bytes.Png(10, 10, Bytes.PngChunk("acTL", 0, 0, 0, frames, 0, 0, 0, 0));
        Assert.Equal(animated, CheckedHeader.Read(png).Animated);
    }

    [Theory]
    [InlineData(0x02, 2, true)]
    [InlineData(0x02, 1, false)]
    [InlineData(0x00, 0, false)]
    public void Distinguishes_an_animated_webp_from_one_with_a_single_frame(byte flags, int frames, bool animated)
    {
        var chunks = Enumerable.Repeat(Bytes.WebPChunk("ANMF", new byte[24]), frames);
        var webp = Bytes.WebP([Bytes.ExtendedWebPHeader(flags, 300, 200), .. chunks]);
        Assert.Equal((ImageFormat.WebP, 300, 200, animated), Facts(CheckedHeader.Read(webp)));
    }

    [Theory]
    [InlineData("GIF89a", ImageError.UnsupportedFormat)]
    [InlineData("II*\0", ImageError.UnsupportedFormat)]
    [InlineData("\0\0\0\u0018ftypheic", ImageError.UnsupportedFormat)]
    [InlineData("\0\0\0\u0018ftypavif", ImageError.UnsupportedFormat)]
    [InlineData("\0\0\0\u0018ftypmp42", ImageError.NotAnImage)]
    [InlineData("%PDF-1.7", ImageError.NotAnImage)]
    [InlineData("<svg xmlns=", ImageError.NotAnImage)]
    [InlineData("BM is how this text begins", ImageError.NotAnImage)]
    [InlineData("RIFF\0\0\0\0WAVE", ImageError.NotAnImage)]
    [InlineData("", ImageError.NotAnImage)]
    public void Rejects_other_formats_than_png_jpeg_and_webp(string start, ImageError error)
    {
        var bytes = start.Select(character => (byte)character).Concat(new byte[40]).ToArray();
        Assert.Equal(error, Error(start.Length == 0 ? [] : bytes));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Every_cut_of_a_header_is_named_truncated(SKEncodedImageFormat format)
    {
        var image = Pictures.Encoded(format);
        var needed = Enumerable.Range(12, image.Length).First(length => Error(image[..length]) is null);
        Assert.All(Enumerable.Range(12, needed - 12), length => Assert.Equal(ImageError.Truncated, Error(image[..length])));
    }

    [Fact]
    public void Rejects_a_size_of_zero() => Assert.Equal(ImageError.Undecodable, Error(Bytes.Png(0, 10)));

    [Fact]
    public void Rejects_a_jpeg_without_a_frame_header() =>
        Assert.Equal(ImageError.Undecodable, Error([0xFF, 0xD8, 0xFF, 0xDA, 0, 4, 0, 0]));

    [Fact]
    public void Rejects_a_png_that_does_not_start_with_its_size() =>
        Assert.Equal(ImageError.Undecodable, Error([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Bytes.PngChunk("IDAT", new byte[20])]));

    private static (ImageFormat Format, int Width, int Height, bool Animated) Facts(ImageHeader header) =>
        (header.Format, header.Width, header.Height, header.Animated);

    private static ImageError? Error(byte[] image)
    {
        try
        {
            CheckedHeader.Read(image);
            return null;
        }
        catch (ImageErrorException error)
        {
            return error.Error;
        }
    }
}
