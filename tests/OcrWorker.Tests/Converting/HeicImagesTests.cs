using Microsoft.Extensions.Options;
using Ocr.Images;
using Ocr.OcrWorker.Converting;
using Ocr.Recognition;
using Ocr.Recognition.Imaging;
using Ocr.Testing;

namespace Ocr.OcrWorker.Tests.Converting;

public sealed class HeicImagesTests : IDisposable
{
    private static readonly byte[] Receipt = File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "assets", "heic", "heldout-64-00014.heic"));
    private readonly HeicImages _images = new(Options.Create(new OcrWorkerOptions()));

    [Fact]
    public void An_image_is_converted_to_png_of_the_same_size()
    {
        var before = Directory.GetFileSystemEntries(Path.GetTempPath(), "*agick*").Length;

        var png = _images.Convert(Receipt, CancellationToken.None);

        Assert.Equal(new ImageHeader(ImageFormat.Png, 720, 1605, Animated: false, Complete: true), CheckedHeader.Read(png.Span));
        Assert.Equal(before, Directory.GetFileSystemEntries(Path.GetTempPath(), "*agick*").Length);
    }

    [Fact]
    public void Another_image_is_returned_as_it_is()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

        Assert.True(_images.Convert(png, CancellationToken.None).Span == png);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void A_damaged_image_can_never_be_read(int kept)
    {
        byte[] damaged = [.. Receipt[..12], .. Receipt[12..(12 + kept)], .. new byte[2000]];

        Assert.Equal(ImageError.Undecodable, Assert.Throws<ImageErrorException>(() => _images.Convert(damaged, CancellationToken.None)).Error);
    }

    [Fact]
    public void An_image_of_another_format_is_not_decoded()
    {
        byte[] disguised = [0, 0, 0, 12, .. "ftypheic"u8, .. "P2 1 1 1 0\n"u8];

        Assert.Equal(ImageError.Undecodable, Assert.Throws<ImageErrorException>(() => _images.Convert(disguised, CancellationToken.None)).Error);
    }

    [Fact]
    public void An_image_with_too_many_pixels_is_not_decoded()
    {
        using var images = new HeicImages(Options.Create(new OcrWorkerOptions { MaxMegapixels = 1 }));

        Assert.Equal(ImageError.TooManyPixels, Assert.Throws<ImageErrorException>(() => images.Convert(Receipt, CancellationToken.None)).Error);
    }

    [Theory]
    [InlineData(1, 30, "memory")]
    [InlineData(512 << 20, 0, "time")]
    public void A_process_that_exceeds_a_limit_is_killed(long memory, int seconds, string excess)
    {
        using var process = ConverterProcess.Start(new ConverterLimits(40_000_000, memory, TimeSpan.FromSeconds(seconds)));

        Assert.Equal(137, process.Run(Receipt, CancellationToken.None));

        Assert.Equal(excess, process.Excess);
    }

    [Fact]
    public void A_cancelled_conversion_ends_and_the_next_one_runs()
    {
        // Cancelled before the start, because a timer can fire after the conversion. The process is started all the same.
        var cancelled = new CancellationToken(canceled: true);
        using var process = ConverterProcess.Start(new ConverterLimits(40_000_000, 512 << 20, TimeSpan.FromMinutes(1)));
        Assert.ThrowsAny<OperationCanceledException>(() => process.Run(Receipt, cancelled));
        Assert.Equal("cancelled", process.Excess);

        Assert.ThrowsAny<OperationCanceledException>(() => _images.Convert(Receipt, cancelled));

        Assert.NotEqual(0, _images.Convert(Receipt, CancellationToken.None).Length);
    }

    public void Dispose() => _images.Dispose();
}
