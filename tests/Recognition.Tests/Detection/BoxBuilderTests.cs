using System.Text.Json;
using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

/// <summary>Maps whose boxes were computed by the post-processing of the training's measurements (<c>assets/make.py</c>).</summary>
public sealed class BoxBuilderTests
{
    [Fact]
    public void Boxes_are_those_of_the_reference()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Repository.TestFile("assets", "detections.json")));
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            var page = Numbers(item, "page");
            var scale = Math.Min(
                item.GetProperty("targetWidth").GetInt32() / page[0], item.GetProperty("maxSide").GetInt32() / Math.Max(page[0], page[1]));
            var scaled = ScaledPage.For(new PixelBox(0, 0, (int)page[0], (int)page[1]), scale, TestPacks.Detector);
            Assert.Equal((IEnumerable<double>)Numbers(item, "scaled"), [scaled.Width, scaled.Height]);

            float[] logits = [.. Numbers(item, "logits").Select(value => (float)value)];
            var boxes = BoxBuilder.Build(logits, scaled, TestPacks.Detector);
            double[][] expected = [.. item.GetProperty("boxes").EnumerateArray().Select(Numbers)];
            Assert.NotEmpty(expected);
            Assert.Equal(expected.Length, boxes.Count);
            foreach (var (box, wanted) in boxes.Zip(expected))
            {
                double[] actual = [box.X0, box.Y0, box.X1, box.Y1, box.Score];
                Assert.All(actual.Zip(wanted), pair => Assert.Equal(pair.Second, pair.First, 0.001));
            }
        }
    }

    private static double[] Numbers(JsonElement item, string name) => Numbers(item.GetProperty(name));

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetDouble())];
}
