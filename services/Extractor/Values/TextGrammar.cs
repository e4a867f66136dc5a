namespace Ocr.Extractor.Values;

/// <summary>Free text: matches everything except separators at its ends.</summary>
internal sealed class TextGrammar : IValueGrammar
{
    private static readonly char[] Separators = [' ', '\n', ':', ';', ',', '·', '|', '-'];

    public string Name => "text";

    public bool IsNumber => false;

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        var start = run.Text.Length - run.Text.TrimStart(Separators).Length;
        var value = run.Text.Trim(Separators);
        return value.Any(char.IsLetterOrDigit) ? [new ValueMatch(start, start + value.Length, value)] : [];
    }
}
