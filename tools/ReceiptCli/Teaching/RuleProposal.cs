namespace Ocr.ReceiptCli.Teaching;

/// <summary>One proposed addition to the rule files.</summary>
/// <param name="Subject">The field, or the part of the bank table.</param>
/// <param name="Says">The addition, the number of images and the place in the file.</param>
/// <param name="Edits">The change.</param>
internal sealed record RuleProposal(string Subject, string Says, IReadOnlyList<RuleEdit> Edits)
{
    /// <summary>The same edits in front of existing labels, for when one of those takes another value first.</summary>
    public IReadOnlyList<RuleEdit> First { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Says}";
}

/// <summary>An addition that is not proposed, with the reason.</summary>
/// <param name="Subject">The field, or the part of the bank table.</param>
/// <param name="Says">The reason.</param>
/// <param name="IsOpen">Whether it is reported only when the field is not found without it.</param>
internal sealed record Conflict(string Subject, string Says, bool IsOpen = false)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Says}";
}
