using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

/// <summary>One page pixel a pixel of the middle scale: boxes from 20 high are large.</summary>
public sealed class LookMergerTests
{
    private static readonly TextRegion LargeCoarse = new(0, 0, 100, 40, 0.9);
    private static readonly TextRegion LargeFine = new(2, 2, 98, 38, 0.9);
    private static readonly TextRegion SmallCoarse = new(0, 60, 50, 72, 0.9);
    private static readonly TextRegion SmallFine = new(1, 61, 49, 71, 0.9);

    [Fact]
    public void Takes_large_text_from_the_coarse_look_and_small_text_from_the_fine_one() =>
        Assert.Equal([LargeCoarse, SmallFine], LookMerger.Merge([SmallCoarse, LargeCoarse], [LargeFine, SmallFine], 1));

    [Fact]
    public void Keeps_what_only_one_look_saw() =>
        Assert.Equal([SmallCoarse, LargeFine], LookMerger.Merge([SmallCoarse], [LargeFine], 1));

    [Fact]
    public void Prefers_two_fine_words_to_the_one_that_the_coarse_look_made_of_them()
    {
        var (left, right) = (SmallFine with { X1 = 22 }, SmallFine with { X0 = 28 });
        Assert.Equal([left, right], LookMerger.Merge([SmallCoarse], [left, right], 1));
    }

    [Fact]
    public void Boxes_that_merely_touch_are_both_kept()
    {
        var below = new TextRegion(0, 70, 50, 82, 0.9);
        Assert.Equal([SmallFine, below], LookMerger.Merge([], [SmallFine, below], 1));
    }
}
