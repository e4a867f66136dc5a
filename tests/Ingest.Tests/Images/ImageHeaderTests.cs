using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using Ocr.Images;
using Ocr.Ingest.Images;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Images;

public sealed class ImageHeaderTests
{
    [Theory]
    [InlineData("plain-31x17.png", ImageFormat.Png, false)]
    [InlineData("interlaced-31x17.png", ImageFormat.Png, false)]
    [InlineData("sixteen-bit-31x17.png", ImageFormat.Png, false)]
    [InlineData("animated-31x17.png", ImageFormat.Png, true)]
    [InlineData("baseline-31x17.jpg", ImageFormat.Jpeg, false)]
    [InlineData("progressive-31x17.jpg", ImageFormat.Jpeg, false)]
    [InlineData("cmyk-31x17.jpg", ImageFormat.Jpeg, false)]
    [InlineData("exif-31x17.jpg", ImageFormat.Jpeg, false)]
    [InlineData("lossy-31x17.webp", ImageFormat.WebP, false)]
    [InlineData("lossless-31x17.webp", ImageFormat.WebP, false)]
    [InlineData("alpha-31x17.webp", ImageFormat.WebP, false)]
    [InlineData("animated-31x17.webp", ImageFormat.WebP, true)]
    [InlineData("still-31x17.heic", ImageFormat.Heic, false)]
    public void Files_of_real_encoders_are_read(string sample, ImageFormat format, bool animated) =>
        Assert.Equal(new ImageHeader(format, 31, 17, animated, Complete: true), Header(Samples.Read(sample))! with { Effort = 1 });

    [Theory]
    [InlineData("plain-31x17.png", 1)]
    [InlineData("interlaced-31x17.png", 2)]
    [InlineData("sixteen-bit-31x17.png", 2)]
    [InlineData("baseline-31x17.jpg", 1)]
    [InlineData("progressive-31x17.jpg", 2)]
    [InlineData("lossy-31x17.webp", 1)]
    public void Several_passes_and_wide_samples_take_longer(string sample, double effort) =>
        Assert.Equal(effort, Header(Samples.Read(sample))!.Effort);

    [Fact]
    public void The_cost_of_a_reading_grows_with_the_decoded_pixels()
    {
        Assert.Equal(1, ReadingCost.Of(Header(TestImages.Png(1080, 2400))!));
        Assert.Equal(2, ReadingCost.Of(Header(TestImages.Png(5000, 8000 / 2))!));
        Assert.Equal(9, ReadingCost.Of(Header(TestImages.Costly())!));
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void A_file_that_was_cut_off_is_never_complete(string sample)
    {
        var file = Samples.Read(sample);
        for (var length = 0; length < file.Length - 1; length++)
        {
            var header = Header(file.AsSpan(0, length));
            Assert.True(header is not { Complete: true }, $"complete at {length} of {file.Length} bytes");
        }
    }

    [Theory]
    [InlineData("still-31x17.gif", "Tipo de archivo no permitido")]
    [InlineData("still-31x17.avif", "Tipo de archivo no permitido")]
    [InlineData("animated-31x17.png", "Imagen animada")]
    [InlineData("animated-31x17.webp", "Imagen animada")]
    public void A_refused_image_has_a_reason(string sample, string error) =>
        Assert.StartsWith(error, ImageRules.Check(Samples.Read(sample), 40, out _), StringComparison.Ordinal);

    // Another codec, a large image behind a small one, a main item that is not an image.
    [Theory]
    [InlineData("hvc1", "av01", "Imagen dañada")]
    [InlineData("hvc1", "jpeg", "Imagen dañada")]
    [InlineData("\0\0\0\x40\0\0\0\x40", "\0\0\x20\0\0\0\x20\0", "Imagen dañada")]
    [InlineData("\0\0\0\x1F\0\0\0\x11", "\0\0\x40\0\0\0\x40\0", "Imagen demasiado grande")]
    [InlineData("pitm\0\0\0\0\0\x02", "pitm\0\0\0\0\0\x09", "Imagen dañada")]
    [InlineData("ftypheic", "ftyphevc", "Tipo de archivo no permitido")]
    [InlineData("ftypheic", "ftypavif", "Tipo de archivo no permitido")]
    public void A_heic_file_with_anything_but_a_still_image_of_hevc_is_refused(string part, string other, string error)
    {
        var file = Encoding.Latin1.GetString(Samples.Read("still-31x17.heic"));
        Assert.Contains(part, file, StringComparison.Ordinal);

        var changed = Encoding.Latin1.GetBytes(file.Replace(part, other, StringComparison.Ordinal));

        Assert.StartsWith(error, ImageRules.Check(changed, 40, out _), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heic_image_may_have_as_many_pixels_as_can_be_converted()
    {
        var file = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "assets", "heic", "heldout-64-00014.heic")));
        Assert.Null(ImageRules.Check(Encoding.Latin1.GetBytes(file), 40, out var header));
        Assert.Equal((720, 1605, ImageFormat.Heic), (header!.Width, header.Height, header.Format));

        var large = Encoding.Latin1.GetBytes(file.Replace("\0\0\x02\xD0\0\0\x06\x45", "\0\0\x14\x00\0\0\x14\x00", StringComparison.Ordinal));

        Assert.Equal("Imagen demasiado grande: 5120 × 5120 píxeles (máximo 25 megapíxeles)", ImageRules.Check(large, 40, out _));
    }

    [Fact]
    public void A_pixel_bomb_is_known_by_its_header()
    {
        var bomb = TestImages.Png(30_000, 30_000);
        Assert.StartsWith("Imagen demasiado grande: 30000 × 30000", ImageRules.Check(bomb, 40, out _), StringComparison.Ordinal);
        Assert.Null(ImageRules.Check(TestImages.Png(8000, 5000), 40, out var header));
        Assert.Equal(40_000_000, header!.Pixels);
        Assert.NotNull(ImageRules.Check(TestImages.Png(8001, 5000), 40, out _));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    public void An_image_without_pixels_is_broken(int width, int height) =>
        Assert.StartsWith("Imagen dañada", ImageRules.Check(TestImages.Png(width, height), 40, out _), StringComparison.Ordinal);

    [Fact]
    public void A_refused_file_has_no_header()
    {
        Assert.NotNull(ImageRules.Check(TestImages.Png(8001, 5000), 40, out var large));
        Assert.NotNull(ImageRules.Check(Samples.Read("animated-31x17.png"), 40, out var animated));
        Assert.NotNull(ImageRules.Check(Samples.Read("plain-31x17.png").AsSpan()[..^20], 40, out var truncated));

        Assert.All((ImageHeader?[])[large, animated, truncated], Assert.Null);
    }

    [Fact]
    public void An_empty_file_is_named_so() => Assert.Equal("Archivo vacío", ImageRules.Check([], 40, out _));

    [Fact]
    public void No_bytes_whatever_make_the_reader_throw() =>
        Gen.Select(Gen.OneOfConst([.. Samples.Names.Select(name => (string)name[0])]), Gen.Byte.Array[0, 60], Gen.Int[0, 200])
            .Sample((sample, noise, at) =>
            {
                var file = Samples.Read(sample);
                noise.AsSpan(0, Math.Min(noise.Length, Math.Max(0, file.Length - at))).CopyTo(file.AsSpan(Math.Min(at, file.Length)));
                _ = ImageRules.Check(file, 40, out _);
                _ = ImageRules.Check(noise, 40, out _);
            });

    private static ImageHeader? Header(ReadOnlySpan<byte> file)
    {
        ImageHeaderReader.Read(file, out var header);
        return header;
    }
}

/// <summary>Small files that a common imaging library wrote; the name has the size.</summary>
public static class Samples
{
    public static IEnumerable<object[]> Names => Directory.EnumerateFiles(Folder())
        .Select(Path.GetFileName).Where(name => !name!.EndsWith(".gif", StringComparison.Ordinal) && !name.EndsWith(".avif", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => new object[] { name! });

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder(), name));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "samples");
}
