using System.Text.Json;
using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

/// <summary>
/// The whole pipeline against the Python reference, with graphs whose outputs depend on color, position and strokes. The three packs contain the
/// same two networks: as PyTorch exports them (no manifest), channels last with one image per run, and with all sizes free and four crops per run.
/// </summary>
public sealed class ParityTests
{
    private const double BoxTolerance = 1e-6;
    private const double ScoreTolerance = 1e-5;

    public static TheoryData<string, string> PacksAndPages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var page in Fixtures.Expected.EnumerateObject().Select(page => page.Name))
            {
                data.Add("plain", page);
            }

            data.Add("channels-last", "portrait");
            data.Add("channels-last", "wide");
            data.Add("free-sizes", "landscape");
            data.Add("free-sizes", "wide");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PacksAndPages))]
    public void Finds_the_boxes_of_the_reference(string pack, string page)
    {
        var loaded = Fixtures.Load(pack);
        using var models = OnnxTrModels.Open(loaded, threads: 1);
        using var plane = Fixtures.Plane(page);
        var boxes = new PageDetector(models.Detector, loaded.Settings.Detector).Detect(plane)
            .Select(box => new[] { box.X0, box.Y0, box.X1, box.Y1, box.Score })
            .OrderBy(box => (Math.Round(box[0], 6), Math.Round(box[1], 6), Math.Round(box[2], 6), Math.Round(box[3], 6))).ToArray();
        double[][] expected = [.. Fixtures.Expected.GetProperty(page).GetProperty("boxes").EnumerateArray()
            .Select(box => box.EnumerateArray().Select(side => side.GetDouble()).ToArray())
            .OrderBy(box => (Math.Round(box[0], 6), Math.Round(box[1], 6), Math.Round(box[2], 6), Math.Round(box[3], 6)))];
        Assert.Equal(expected.Length, boxes.Length);
        Assert.All(expected.Zip(boxes), pair =>
        {
            Assert.All(Enumerable.Range(0, 4), side => Assert.Equal(pair.First[side], pair.Second[side], BoxTolerance));
            Assert.Equal(pair.First[4], pair.Second[4], ScoreTolerance);
        });
    }

    [Theory]
    [MemberData(nameof(PacksAndPages))]
    public void Reads_the_words_of_the_reference(string pack, string page)
    {
        using var reader = ReceiptReader.Create(Fixtures.Pack(pack));
        var words = reader.Read(Fixtures.Page(page)).Words;
        var expected = Fixtures.Expected.GetProperty(page).GetProperty("words").EnumerateArray().Select(Word.Of)
            .Where(word => word.Text.Length > 0).OrderBy(word => word.ToString(), StringComparer.Ordinal).ToArray();
        var actual = words.Select(word => new Word(word.Box, word.Text, word.Confidence))
            .OrderBy(word => word.ToString(), StringComparer.Ordinal).ToArray();
        Assert.Equal(expected.Select(word => word.ToString()), actual.Select(word => word.ToString()));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Confidence, pair.Second.Confidence, ScoreTolerance * 10));
    }

    [Fact]
    public void The_fixture_pages_exercise_every_step()
    {
        var words = Fixtures.Expected.EnumerateObject().SelectMany(page => page.Value.GetProperty("words").EnumerateArray()).Select(Word.Of).ToList();
        Assert.True(words.Count > 150);
        Assert.True(words.Count(word => word.Box.Width > 8 * word.Box.Height) >= 5, "too few crops are read in pieces");
        Assert.True(words.Select(word => word.Text).Distinct().Count() > 100, "the texts are too much alike to tell one crop from another");
    }

    [Fact]
    public void Every_profile_reads_alike()
    {
        using var reader = ReceiptReader.Create(Fixtures.Pack("plain"));
        var page = Fixtures.Page("tiny");
        string[] read = [.. Enum.GetValues<ReadingProfile>().Select(profile => JsonSerializer.Serialize(reader.Read(page, profile).Words))];
        Assert.Single(read.Distinct());
        Assert.NotEqual("[]", read[0]);
    }

    [Fact]
    public async Task Reads_the_same_words_with_any_concurrent_calls()
    {
        using var reader = ReceiptReader.Create(Fixtures.Pack("plain"));
        string[] names = ["portrait", "tiny", "wide"];
        var alone = names.ToDictionary(name => name, name => JsonSerializer.Serialize(reader.Read(Fixtures.Page(name)).Words));
        var together = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            (Name: names[i % 3], Words: JsonSerializer.Serialize(reader.Read(Fixtures.Page(names[i % 3])).Words)))));
        Assert.All(together, read => Assert.Equal(alone[read.Name], read.Words));
    }

    private sealed record Word(PixelBox Box, string Text, double Confidence)
    {
        public static Word Of(JsonElement json)
        {
            var box = json.GetProperty("box").Integers();
            return new Word(
                new PixelBox(box[0], box[1], box[2], box[3]), json.GetProperty("text").GetString()!, json.GetProperty("confidence").GetDouble());
        }

        public override string ToString() => $"{Box.X0},{Box.Y0},{Box.X1},{Box.Y1} {Text}";
    }
}
