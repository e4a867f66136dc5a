namespace Ocr.Contracts;

/// <summary>One field read from a receipt, with its validation and its source.</summary>
public sealed record ExtractedField
{
    /// <summary>Normalised value; <c>""</c> when the receipt does not print it.</summary>
    public required string Value { get; init; }

    /// <summary>The words it was taken from, as read.</summary>
    public string Raw { get; init; } = "";

    /// <summary>Whether the value passes its validator; false for a blank one.</summary>
    public bool Valid { get; init; }

    /// <summary>Why it is not valid, or why it is blank; Spanish, for the operator.</summary>
    public string? Reason { get; init; }

    /// <summary>Doubts about the value that do not make it invalid, Spanish, for the operator.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Notes about the value that do not make it doubtful (<c>se supone V</c>), Spanish, for the operator.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>0–1, from its words and the method of extraction; 0 for a blank one.</summary>
    public double Confidence { get; init; }

    /// <summary>Name of the rule or step; <see langword="null"/> for a blank one.</summary>
    public string? Rule { get; init; }

    /// <summary>Indices into <see cref="RecognizedText.Words"/>.</summary>
    public IReadOnlyList<int> WordIndexes { get; init; } = [];

    /// <summary>Name of the format (<c>decimal</c>, <c>venezolano</c>, <c>dd/mm/yyyy</c>, …).</summary>
    public string? Format { get; init; }

    /// <summary>Currency of an amount: <c>BS</c>, <c>USD</c>, <c>USDT</c>, <c>EUR</c>, <c>COP</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>Phone prefix (<c>0412</c>), document letter (<c>V-</c>) or bank code (<c>0102</c>).</summary>
    public string? Prefix { get; init; }

    /// <summary>Number of digits of a phone, document or reference.</summary>
    public int? Length { get; init; }

    /// <summary>ISO form of a date (<c>yyyy-MM-dd</c>).</summary>
    public string? Parsed { get; init; }

    /// <summary>True when part of the value is masked on the receipt.</summary>
    public bool Masked { get; init; }

    /// <summary>True when a document was printed without its letter and <c>V-</c> was added.</summary>
    public bool PrefixInferred { get; init; }
}
