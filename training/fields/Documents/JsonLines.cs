using System.Text.Json;
using Ocr.FieldDocuments.Scenes;

namespace Ocr.FieldDocuments;

/// <summary>Documents as text: one JSON object per line.</summary>
internal static class JsonLines
{
    public static void Write(string path, IEnumerable<(Document Page, Dice Dice)> documents)
    {
        using var writer = new StreamWriter(path);
        foreach (var (page, dice) in documents)
        {
            var read = ReaderNoise.Read(page, dice);
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                width = read.Width,
                height = read.Height,
                state = page.State.ToString(),
                kind = page.Kind.ToString(),
                two = page.HasTwo,
                layout = page.Layout,
                words = read.Words.Select(word => new { text = word.Box.Text, confidence = word.Box.Confidence, box = (int[])[word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1], tag = word.Tag.ToString(), last = word.Last.ToString() }),
            }));
        }
    }
}
