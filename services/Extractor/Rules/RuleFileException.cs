namespace Ocr.Extractor.Rules;

/// <summary>A rule file cannot be used; carries every error that was found.</summary>
public sealed class RuleFileException(IReadOnlyList<RuleError> errors)
    : Exception($"{errors.Count} error(s) in the extraction rules:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}")
{
    /// <summary>The errors, at least one.</summary>
    public IReadOnlyList<RuleError> Errors { get; } = errors;
}
