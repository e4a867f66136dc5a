using CsCheck;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Rectification;

namespace Ocr.Recognition.Tests.Rectification;

public sealed class PlaneTurnerTests
{
    private static readonly Gen<GrayPlane> Planes = Gen.Select(Gen.Int[1, 70], Gen.Int[1, 70], Gen.Int, (width, height, seed) =>
    {
        var plane = new GrayPlane(width, height);
        new Random(seed).NextBytes(plane.Pixels);
        return plane;
    });

    [Fact]
    public void A_quarter_turn_brings_the_left_column_up() => Planes.Sample(plane =>
    {
        using var turned = PlaneTurner.Clockwise(plane);
        Assert.Equal((plane.Height, plane.Width), (turned.Width, turned.Height));
        for (var y = 0; y < plane.Height; y++)
        {
            for (var x = 0; x < plane.Width; x++)
            {
                Assert.Equal(plane.Row(y)[x], turned.Row(x)[plane.Height - 1 - y]);
            }
        }
    }, iter: 30);

    [Fact]
    public void Two_quarters_are_a_half() => Planes.Sample(plane =>
    {
        using var quarter = PlaneTurner.Clockwise(plane);
        using var half = PlaneTurner.Clockwise(quarter);
        using var turned = PlaneTurner.UpsideDown(plane);
        Assert.Equal(half.Pixels.ToArray(), turned.Pixels.ToArray());
    });
}
