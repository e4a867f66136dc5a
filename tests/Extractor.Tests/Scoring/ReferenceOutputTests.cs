using System.Text.Json;
using Microsoft.ML.OnnxRuntime;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Scenes;
using Ocr.FieldDocuments.Words;

namespace Ocr.Extractor.Tests.Scoring;

/// <summary>Compares features and outputs with those that training/fields/export.py wrote with PyTorch.</summary>
public sealed class ReferenceOutputTests
{
    private sealed record Page(int Seed, int Number, int[][] Grams, float[][] Numbers, float[][] Places, float[][] Tags, float[] State);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Page[] Pages = JsonSerializer.Deserialize<Page[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "assets", "fields", "reference.json")), Options)!;

    [Fact]
    public void Features_are_those_that_the_model_was_trained_on_number_by_number()
    {
        foreach (var page in Pages)
        {
            var features = PageFeatures.Of(Build(page), Shipped.Rules);
            Assert.Equal(page.Grams.Length, features.Count);
            Assert.Equal(page.Grams.SelectMany(row => row), features.Grams);
            Near(page.Numbers, features.Numbers, 2e-3);
            Near(page.Places, features.Places, 1e-3);
        }
    }

    [Fact]
    public void The_runtime_gives_what_PyTorch_gave()
    {
        using var session = new InferenceSession(Path.Combine(Shipped.ModelFolder, "fields.onnx"));
        foreach (var page in Pages)
        {
            using var outputs = session.Run(
                new RunOptions(), ["grams", "numbers", "places"],
                [Value(page.Grams), Value(page.Numbers), Value(page.Places)], ["tags", "state"]);
            Near(page.Tags, outputs[0].GetTensorDataAsSpan<float>(), 2e-3);
            Near([page.State], outputs[1].GetTensorDataAsSpan<float>(), 2e-3);
        }
    }

    private static Extractor.Layout.Page Build(Page page)
    {
        var banks = Facts.Banks(Path.Combine(Shipped.Folder, "banks.json"));
        var read = ReaderNoise.Read(new DocumentFactory(banks, Split.Layouts, page.Seed).Make(page.Number), new Dice(unchecked((page.Seed * 31) + page.Number)));
        return LayoutBuilder.Build([.. read.Words.Select(word => word.Box)], read.Width, read.Height);
    }

    private static OrtValue Value<T>(T[][] rows)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);

    private static void Near(float[][] expected, ReadOnlySpan<float> actual, double within)
    {
        var flat = expected.SelectMany(row => row).ToArray();
        Assert.Equal(flat.Length, actual.Length);
        for (var i = 0; i < flat.Length; i++)
        {
            Assert.InRange(actual[i] - flat[i], -within * Math.Max(1, Math.Abs(flat[i])), within * Math.Max(1, Math.Abs(flat[i])));
        }
    }
}
