using Ocr.Recognition.Transcription;

namespace Ocr.Recognition.Tests.Transcription;

public sealed class CropInkTests
{
    private const int Height = 32;
    private const int Width = 40;
    private const int Stride = 48;

    [Fact]
    public void Reaches_from_the_first_stroke_to_the_last() =>
        Assert.Equal(new CropInk(5, 31), CropInk.Of(Crop((5, 16), (30, 16)), Width, Height, Stride));

    [Fact]
    public void Strokes_of_the_lines_above_and_below_are_not_the_words() =>
        Assert.Equal(new CropInk(10, 11), CropInk.Of(Crop((10, 12), (2, 0), (35, 31)), Width, Height, Stride));

    [Fact]
    public void Padding_is_no_ink() => Assert.Equal(default, CropInk.Of(Crop((44, 16)), Width, Height, Stride));

    private static float[] Crop(params (int X, int Y)[] strokes)
    {
        var crop = new float[Height * Stride];
        foreach (var (x, y) in strokes)
        {
            crop[(y * Stride) + x] = 2.5f;
        }

        return crop;
    }
}
