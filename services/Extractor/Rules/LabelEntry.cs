using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>What a phrase on a receipt is.</summary>
internal enum LabelRole
{
    /// <summary>Names the value beside it.</summary>
    Field,

    /// <summary>Names a value that is no field.</summary>
    Ignored,

    /// <summary>A title or notice: no value stands beside it, and none goes on past it.</summary>
    Title,

    /// <summary>A button or notice, left out of the text.</summary>
    Chrome,
}

/// <summary>A phrase of the rule file with everything it is for.</summary>
internal sealed class LabelEntry(string text, LabelRole role)
{
    public Phrase Phrase { get; } = new(text);

    public LabelRole Role { get; } = role;

    /// <summary>Fields whose value may stand beside it.</summary>
    public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Names what the payer wrote.</summary>
    public bool IsFreeText { get; set; }

    /// <summary>Names something of the payer's.</summary>
    public bool IsPayers { get; set; }
}
