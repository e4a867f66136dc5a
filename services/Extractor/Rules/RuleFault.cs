namespace Ocr.Extractor.Rules;

/// <summary>One fault of a rule file.</summary>
/// <param name="Place">Where, as <c>file#/rules/3/sources/0</c>.</param>
/// <param name="Problem">What is wrong and how to mend it.</param>
public sealed record RuleFault(string Place, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Problem}";
}
