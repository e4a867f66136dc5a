using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

/// <summary>With one page pixel per pixel of the middle scale, boxes of height 20 or more are large.</summary>
public sealed class BoxFusionTests
{
    private static readonly TextRegion LargeCoarse = new(0, 0, 100, 40, 0.9);
    private static readonly TextRegion LargeFine = new(2, 2, 98, 38, 0.9);
    private static readonly TextRegion SmallCoarse = new(0, 60, 50, 72, 0.9);
    private static readonly TextRegion SmallFine = new(1, 61, 49, 71, 0.9);

    [Fact]
    public void Takes_large_text_from_the_coarse_pass_and_small_text_from_the_fine_one() =>
        Assert.Equal([LargeCoarse, SmallFine], BoxFusion.Merge([SmallCoarse, LargeCoarse], [LargeFine, SmallFine], 1));

    [Fact]
    public void Keeps_boxes_of_a_single_pass() =>
        Assert.Equal([SmallCoarse, LargeFine], BoxFusion.Merge([SmallCoarse], [LargeFine], 1));

    [Fact]
    public void Prefers_two_words_of_the_fine_pass_to_one_of_the_coarse_pass()
    {
        var (left, right) = (SmallFine with { X1 = 22 }, SmallFine with { X0 = 28 });
        Assert.Equal([left, right], BoxFusion.Merge([SmallCoarse], [left, right], 1));
    }

    [Fact]
    public void Boxes_that_merely_touch_are_both_kept()
    {
        var below = new TextRegion(0, 70, 50, 82, 0.9);
        Assert.Equal([SmallFine, below], BoxFusion.Merge([], [SmallFine, below], 1));
    }
}
