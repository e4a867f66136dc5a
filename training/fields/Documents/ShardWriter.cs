using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Scenes;

namespace Ocr.FieldDocuments;

/// <summary>
/// Writes documents as the arrays that <c>training/fields/data.py</c> reads, little-endian. A file starts with the feature version and the three
/// widths (int32 each); then for every document the number of tokens, state, kind, and whether it shows two payments (int32 each), the
/// tags (int8), the grams (int16), the numbers (float16) and the places (float32).
/// </summary>
internal sealed class ShardWriter : IDisposable
{
    private readonly BinaryWriter _writer;
    private readonly RuleSet _rules;

    public ShardWriter(string path, RuleSet rules)
    {
        (_writer, _rules) = (new BinaryWriter(File.Create(path)), rules);
        foreach (var number in (int[])[PageFeatures.Version, NGrams.PerToken, PageFeatures.NumbersPerToken, PageFeatures.PlacesPerToken])
        {
            _writer.Write(number);
        }
    }

    public void Write(Document document, Dice dice)
    {
        var read = ReaderNoise.Read(document, dice);
        var words = read.Words;
        if (words.Count == 0)
        {
            return;
        }

        var page = LayoutBuilder.Build([.. words.Select(word => word.Box)], read.Width, read.Height);
        var features = PageFeatures.Of(page, _rules);
        foreach (var number in (int[])[features.Count, (int)document.State, (int)document.Kind, document.HasTwo ? 1 : 0])
        {
            _writer.Write(number);
        }

        for (var i = 0; i < features.Count; i++)
        {
            _writer.Write((sbyte)TagOf(page.Tokens, i, words));
        }

        Array.ForEach(features.Grams, gram => _writer.Write((short)gram));
        Array.ForEach(features.Numbers, number => _writer.Write((Half)number));
        Array.ForEach(features.Places, _writer.Write);
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Returns the tag of a token. A word that was split after its label has its second tag from there on; a word that was not split counts as its value.</summary>
    public static FieldTag TagOf(IReadOnlyList<Token> tokens, int i, IReadOnlyList<ReadPlace> words)
    {
        var word = words[tokens[i].WordIndex];
        var isFirst = tokens[i].Text.Length < word.Box.Text.Length && word.Box.Text.StartsWith(tokens[i].Text, StringComparison.Ordinal);
        return isFirst ? word.Tag : word.Last;
    }
}
