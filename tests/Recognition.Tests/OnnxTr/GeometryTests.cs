using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

public sealed class GeometryTests
{
    [Theory]
    [InlineData(1080, 2400, 1024, 1024, true, 282, 0, 460, 1024)] // 564 columns of padding, half on either side
    [InlineData(1079, 2400, 1024, 1024, true, 282, 0, 460, 1024)]
    [InlineData(1000, 1020, 1024, 1024, true, 11, 0, 1003, 1024)] // 21 columns: the odd one is on the left
    [InlineData(900, 401, 1024, 1024, true, 0, 284, 1024, 456)]
    [InlineData(500, 500, 1024, 1024, true, 0, 0, 1024, 1024)]
    [InlineData(1, 3000, 1024, 1024, true, 512, 0, 1, 1024)] // never less than a pixel
    [InlineData(100, 20, 128, 32, false, 0, 0, 128, 25)]
    [InlineData(30, 20, 128, 32, false, 0, 0, 48, 32)]
    [InlineData(80, 20, 128, 32, false, 0, 0, 128, 32)]
    public void Fits_a_page(int w, int h, int intoW, int intoH, bool symmetric, int left, int top, int width, int height) =>
        Assert.Equal(new Letterbox(left, top, width, height), Letterbox.Fit(w, h, intoW, intoH, symmetric));

    [Fact]
    public void Undoing_the_padding_finds_the_corners_of_the_page_again()
    {
        var tall = new RelativeBox(0.275, 0, 0.725, 1, 0.5).WithoutPadding(450, 1000, 1024, 1024);
        Assert.Equal([0, 0, 1, 1], new[] { tall.X0, tall.Y0, tall.X1, tall.Y1 }.Select(side => Math.Round(side, 12)));
        var flat = new RelativeBox(0.1, 0.5, 0.2, 0.75, 0.5).WithoutPadding(800, 400, 64, 64);
        Assert.Equal([0.1, 0.5, 0.2, 1], new[] { flat.X0, flat.Y0, flat.X1, flat.Y1 });
        var same = new RelativeBox(0.1, 0.5, 0.2, 0.75, 0.5);
        Assert.Equal(same, same.WithoutPadding(400, 200, 128, 64));
    }

    [Fact]
    public void A_crop_has_one_column_and_row_more_than_its_box_and_rounds_halves_to_even()
    {
        var crop = WordCrop.Of(new RelativeBox(0.05, 0.15, 0.25, 0.35, 1), 10, 10); // 0.5 1.5 2.5 3.5
        Assert.Equal(new PixelBox(0, 2, 2, 4), crop.Box);
        Assert.Equal(new PixelBox(0, 2, 3, 5), crop.Area);
    }

    [Theory]
    [InlineData(0.2, 0.2, 0.2, 0.2, 1)] // no width, but one pixel is cropped
    [InlineData(1, 0.2, 1, 0.4, 0)] // no pixel at the edge
    [InlineData(0.9, 0.9, 1, 1, 4)] // up to the edge
    public void A_crop_is_within_the_page(double x0, double y0, double x1, double y1, long pixels)
    {
        var crop = WordCrop.Of(new RelativeBox(x0, y0, x1, y1, 1), 20, 20);
        Assert.Equal(pixels, crop.Area.Area);
    }
}
