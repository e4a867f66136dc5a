namespace Ocr.Extractor.Values;

/// <summary>Free text: matches everything.</summary>
internal sealed class TextGrammar : IValueGrammar
{
    public string Name => "text";

    public bool IsNumber => false;

    public IEnumerable<ValueMatch> Find(Run run, bool shared) =>
        run.Text.Any(char.IsLetterOrDigit) ? [new ValueMatch(0, run.Text.Length, run.Text)] : [];
}
