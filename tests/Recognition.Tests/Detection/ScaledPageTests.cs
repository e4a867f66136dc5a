using CsCheck;
using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

public sealed class ScaledPageTests
{
    [Theory]
    [InlineData(1080, 2400, 480, 480, 1067, 480, 1088)]
    [InlineData(243, 540, 480, 480, 1067, 480, 1088)]
    [InlineData(1080, 6000, 480, 288, 1600, 288, 1600)]
    [InlineData(3000, 30, 960, 960, 10, 960, 32)]
    [InlineData(1, 1, 480, 480, 480, 480, 480)]
    public void Scales_to_the_width_within_the_longest_side(int w, int h, int target, int scaledW, int scaledH, int paddedW, int paddedH) =>
        Assert.Equal(new ScaledPage(w, h, scaledW, scaledH, paddedW, paddedH), ScaledPage.For(w, h, target, TestPacks.Detector));

    [Fact]
    public void Pads_by_less_than_one_stride() =>
        Gen.Select(Gen.Int[1, 9000], Gen.Int[1, 9000], Gen.Int[32, 2000]).Sample((w, h, target) =>
        {
            var page = ScaledPage.For(w, h, target, TestPacks.Detector);
            Assert.InRange(page.PaddedWidth - page.Width, 0, 31);
            Assert.InRange(page.PaddedHeight - page.Height, 0, 31);
            Assert.Equal(0, page.PaddedWidth % 32 + (page.PaddedHeight % 32));
            Assert.True(page.Width <= 1600 && page.Height <= 1600);
        });
}
