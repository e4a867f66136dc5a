using Ocr.Extractor.Phrases;

namespace Ocr.Extractor.Rules;

/// <summary>Role of a phrase on a receipt.</summary>
internal enum LabelRole
{
    /// <summary>Names the value next to it.</summary>
    Field,

    /// <summary>Names a value that is not a field.</summary>
    Ignored,

    /// <summary>A title or notice: it has no value, and no value continues past it.</summary>
    Title,

    /// <summary>A button or notice, excluded from the text.</summary>
    Chrome,
}

/// <summary>A phrase of the rule file with all its uses.</summary>
internal sealed class LabelEntry(string text, LabelRole role)
{
    public Phrase Phrase { get; } = new(text);

    public LabelRole Role { get; } = role;

    /// <summary>Fields whose value may be next to it.</summary>
    public SortedSet<string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it names a text that the payer wrote.</summary>
    public bool IsFreeText { get; set; }

    /// <summary>Whether it names data of the payer.</summary>
    public bool IsPayers { get; set; }
}
