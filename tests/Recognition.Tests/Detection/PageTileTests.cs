using CsCheck;
using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

public sealed class PageTileTests
{
    private const int Longest = 1600, MaxPixels = 500_000;

    // No pass is wider than the longest side.
    private static readonly Gen<(PixelBox Area, double Scale)> Pages = Gen.Select(
        Gen.Int[1, 2000], Gen.Int[1, 60_000], Gen.Int[0, 500], Gen.Double[0.1, 4],
        (width, height, top, scale) => (new PixelBox(0, top, width, top + height), Math.Min(scale, (double)Longest / width)));

    [Fact]
    public void A_page_that_is_not_large_is_one_tile()
    {
        var area = new PixelBox(0, 0, 1080, 2300);
        Assert.Equal([new PageTile(area, double.NegativeInfinity, double.PositiveInfinity)], PageTile.Split(area, 480 / 1080.0, Longest, MaxPixels));
    }

    [Fact]
    public void Tiles_cover_the_area_and_none_is_larger_than_allowed() => Pages.Sample(page =>
    {
        var tiles = PageTile.Split(page.Area, page.Scale, Longest, MaxPixels);
        Assert.Equal((page.Area.Y0, page.Area.Y1), (tiles[0].Area.Y0, tiles[^1].Area.Y1));
        Assert.All(tiles, tile => Assert.InRange(tile.Area.Height * page.Scale, 0, Longest + (2 * page.Scale)));
        Assert.All(tiles, tile => Assert.InRange(tile.Area.Area * page.Scale * page.Scale, 0, MaxPixels + (3 * page.Scale * (page.Scale + 1) * page.Area.Width)));
        Assert.All(tiles.Zip(tiles.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    });

    [Fact]
    public void A_box_belongs_to_one_tile_and_is_complete_in_it() => Gen.Select(Pages, Gen.Double[0, 1], Gen.Double[4, 60]).Sample((page, at, high) =>
    {
        var half = high / page.Scale / 2;
        var middle = page.Area.Y0 + half + (at * Math.Max(0, page.Area.Height - (2 * half)));
        var box = new TextRegion(0, middle - half, 10, middle + half, 0.9);
        var owner = Assert.Single(PageTile.Split(page.Area, page.Scale, Longest, MaxPixels), tile => tile.Owns(box));
        Assert.True(box.Y0 + 1 >= owner.Area.Y0 || owner.Area.Y0 == page.Area.Y0);
        Assert.True(box.Y1 - 1 <= owner.Area.Y1 || owner.Area.Y1 == page.Area.Y1);
    });
}
