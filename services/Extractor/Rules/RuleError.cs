namespace Ocr.Extractor.Rules;

/// <summary>One error of a rule file.</summary>
/// <param name="Place">Path of the value, such as <c>file#/rules/3/sources/0</c>.</param>
/// <param name="Problem">The error and its fix.</param>
public sealed record RuleError(string Place, string Problem)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Problem}";
}
