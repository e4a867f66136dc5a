using Ocr.Extractor.Text;

namespace Ocr.Extractor.Layout;

/// <summary>A word, or the part of one that OCR glued to its neighbour (<c>Fecha:01/07/2025</c> makes two).</summary>
internal sealed class Token(int wordIndex, string text, Box box, float confidence, string? digits = null)
{
    /// <summary>
    /// Fitted to <c>benchmarks/results/confidence.md</c>, profile balanced: of the words that the reader gives 0.86, 0.93 and 0.97, 92, 98 and 99 %
    /// are right letter for letter.
    /// </summary>
    private const double Modesty = 1.35;

    /// <summary>Index into the words the page was built from.</summary>
    public int WordIndex { get; } = wordIndex;

    public string Text { get; } = text;

    /// <summary>Letters and digits only, without accents and case; what labels and names are compared by.</summary>
    public string Key { get; } = TextFold.Key(text);

    public Box Box { get; } = box;

    /// <summary>How likely every letter of it was read right, 0–1: the reader is surer than it says.</summary>
    public double Confidence { get; } = 1 - Math.Pow(1 - Math.Clamp(confidence, 0, 1), Modesty);

    /// <summary>The text where it is a number: letters that stand for digits as the reader would have read them, else by likeness.</summary>
    public string Digits { get; } = NumericFold.Fold(text, digits);

    /// <summary>Some character of it is a digit.</summary>
    public bool HasDigit { get; } = text.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Ends in a colon, or in the semicolon OCR makes of one.</summary>
    public bool EndsLabel => Text[^1] is ':' or ';';

    /// <summary>Place in reading order over the whole page.</summary>
    public int Order { get; set; }

    public Segment Segment { get; set; } = null!;

    public override string ToString() => Text;
}
