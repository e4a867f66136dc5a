using CsCheck;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>Any output of the detector becomes boxes on the page, and every box a crop that can be filled.</summary>
public sealed class DetectionFuzzTests
{
    // Text, background, the threshold itself, and possible outputs of a broken model.
    private static readonly Gen<float> Logit = Gen.Frequency(
        (6, Gen.Const(-6f)), (6, Gen.Const(4f)), (2, Gen.Float[-8, 8]),
        (1, Gen.OneOfConst(float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, 0f)));

    private static readonly Gen<ScaledPage> Pages = Gen.Select(
        Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 3000]), Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 3000]), Gen.Double[1, 120],
        (width, height, target) => ScaledPage.For(
            new PixelBox(0, 0, width, height),
            Math.Min(Math.Min(target / width, 4), 160.0 / Math.Max(width, height)),
            TestPacks.Detector));

    [Fact]
    public void Boxes_are_on_the_page_for_any_map() => Maps.Fuzz(2_000, (page, map) =>
    {
        foreach (var region in BoxBuilder.Build(map, page, TestPacks.Detector))
        {
            Assert.True(region.X0 >= 0 && region.Y0 >= 0 && region.X1 <= page.Area.X1 && region.Y1 <= page.Area.Y1, $"{region} off {page}");
            Assert.True(region.Width > 0 && region.Height > 0 && region.Score is >= 0 and <= 1, $"{region}");
        }
    });

    [Fact]
    public void Two_passes_merge_into_boxes_of_either() => Gen.Select(Regions, Regions, Gen.Double[0.1, 9]).Fuzz(1_000, (coarse, fine, pixels) =>
    {
        var merged = BoxFusion.Merge(coarse, fine, pixels);
        Assert.True(merged.Count <= coarse.Count + fine.Count);
        Assert.All(merged, region => Assert.True(coarse.Contains(region) || fine.Contains(region)));
    });

    [Fact]
    public void Every_box_becomes_a_crop_on_the_page() => Gen.Select(Maps, Gen.Byte, Gen.OneOfConst([TestTimeAugmentation.Plain, .. TestTimeAugmentation.Others])).Fuzz(300, (seen, gray, view) =>
    {
        var (page, map) = seen;
        using var plane = new GrayPlane(page.Area.X1, page.Area.Y1);
        plane.Pixels.Fill(gray);
        foreach (var region in BoxBuilder.Build(map, page, TestPacks.Detector).Take(8))
        {
            var crop = Crop.Of(region, plane, TestPacks.Recognizer, view);
            Assert.Equal(crop.Area, crop.Area.Intersect(new PixelBox(0, 0, plane.Width, plane.Height)));
            Assert.InRange(crop.Width, 4, TestPacks.Recognizer.MaxWidth);
            var tensor = new float[TestPacks.Recognizer.Height * TestPacks.Recognizer.MaxWidth];
            CropFiller.Fill(plane, crop, tensor, TestPacks.Recognizer.MaxWidth, TestPacks.Recognizer, view.Inverted);
            Assert.All(tensor, value => Assert.InRange(value, -1e-3f, 1e-3f)); // a flat crop equals its mean everywhere
        }
    });

    private static Gen<(ScaledPage Page, float[] Map)> Maps => Pages.SelectMany(page =>
    {
        var cells = page.PaddedWidth / TestPacks.Detector.OutputStride * (page.PaddedHeight / TestPacks.Detector.OutputStride);
        return Gen.Select(Gen.Const(page), Logit.Array[cells]);
    });

    private static Gen<List<TextRegion>> Regions => Gen.Select(
        Gen.Double[0, 900], Gen.Double[0, 900], Gen.Double[0, 300], Gen.Double[0, 90],
        (x, y, width, height) => new TextRegion(x, y, x + width, y + height, 0.9)).List[0, 40];
}
