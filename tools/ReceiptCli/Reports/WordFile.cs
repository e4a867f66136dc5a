using System.Text.Json;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Reads the output of <c>receipt-cli words</c>, so that rules can be tried without reading the images again.</summary>
internal static class WordFile
{
    private sealed record Page(int Width, int Height, IReadOnlyList<Word> Words);

    private sealed record Word(string Text, int[] Box, float Confidence, int Line, string? Digits);

    /// <summary>Returns the pages by file name.</summary>
    /// <exception cref="TruthException">The file does not have this format.</exception>
    public static IReadOnlyDictionary<string, ReadPage> Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var pages = JsonSerializer.Deserialize<Dictionary<string, Page>>(stream, ReadingJson.Options) ?? [];
            return pages.ToDictionary(page => page.Key, page => Convert(page.Value));
        }
        catch (JsonException error)
        {
            throw new TruthException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static ReadPage Convert(Page page) => new()
    {
        Width = page.Width,
        Height = page.Height,
        Words = [.. page.Words.Select((word, i) =>
            new ReadWord(word.Text, word.Confidence, new PixelBox(word.Box[0], word.Box[1], word.Box[2], word.Box[3]), word.Line, i) { Digits = word.Digits })],
        Timings = default,
    };
}
