using CsCheck;
using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

public sealed class ScaledPageTests
{
    [Theory]
    [InlineData(1080, 2400, 480 / 1080.0, 480, 1067, 480, 1088)]
    [InlineData(243, 540, 480 / 243.0, 480, 1067, 480, 1088)]
    [InlineData(3000, 30, 0.32, 960, 10, 960, 32)]
    [InlineData(1, 1, 0.001, 1, 1, 32, 32)]
    public void Scales_a_page(int w, int h, double scale, int scaledW, int scaledH, int paddedW, int paddedH)
    {
        var area = new PixelBox(0, 0, w, h);
        Assert.Equal(new ScaledPage(area, scaledW, scaledH, paddedW, paddedH), ScaledPage.For(area, scale, TestPacks.Detector));
    }

    [Fact]
    public void Pads_by_less_than_one_stride() =>
        Gen.Select(Gen.Int[1, 9000], Gen.Int[1, 9000], Gen.Double[0.01, 4]).Sample((w, h, scale) =>
        {
            var page = ScaledPage.For(new PixelBox(0, 0, w, h), scale, TestPacks.Detector);
            Assert.InRange(page.PaddedWidth - page.Width, 0, 31);
            Assert.InRange(page.PaddedHeight - page.Height, 0, 31);
            Assert.Equal(0, page.PaddedWidth % 32 + (page.PaddedHeight % 32));
        });
}
