using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

/// <summary>A band of gray 100 at columns 20–179 on a page of gray 200, with letters as blocks of gray 30.</summary>
public sealed class BandEndsTests
{
    private static readonly TextRegion Box = new(50, 10, 150, 40, 0.9);

    [Theory]
    [InlineData(22, 46, 20)] // a letter touches the left end: the box begins at the band
    [InlineData(22, 30, 50)] // ink far from the box is an icon or an outline
    [InlineData(0, 0, 50)] // no ink
    public void A_box_reaches_the_end_of_its_band_when_a_letter_lies_between(int from, int to, double expected)
    {
        using var page = Band((from, to));
        Assert.Equal(expected, BandEnds.Extend(page, [Box]).Single().X0);
    }

    [Fact]
    public void The_right_end_is_treated_like_the_left_one()
    {
        using var page = Band((154, 178));
        Assert.Equal(180, BandEnds.Extend(page, [Box]).Single().X1);
    }

    [Fact]
    public void A_box_does_not_cover_another_one()
    {
        using var page = Band((22, 46));
        var regions = BandEnds.Extend(page, [Box, new TextRegion(21, 10, 47, 40, 0.9)]);
        Assert.Equal(Box, regions[0]);
    }

    [Fact]
    public void The_arc_of_a_rounded_band_is_no_letter()
    {
        using var page = Band((0, 0));
        for (var y = 0; y < page.Height; y++)
        {
            page.Row(y)[20..(20 + (Math.Abs(y - 25) * 2))].Fill(200);
        }

        Assert.Equal(Box, BandEnds.Extend(page, [Box]).Single());
    }

    private static GrayPlane Band((int From, int To) letter)
    {
        var page = new GrayPlane(200, 50);
        page.Pixels.Fill(200);
        for (var y = 0; y < page.Height; y++)
        {
            page.Row(y)[20..180].Fill(100);
            if (y is >= 15 and < 35)
            {
                page.Row(y)[letter.From..letter.To].Fill(30);
                for (var x = 64; x < 136; x += 12)
                {
                    page.Row(y).Slice(x, 6).Fill(30);
                }
            }
        }

        return page;
    }
}
