namespace Ocr.Extractor.Rules;

/// <summary>A rule file cannot be used; carries every fault that was found, not only the first.</summary>
public sealed class RuleFileException(IReadOnlyList<RuleFault> faults)
    : Exception($"{faults.Count} fault(s) in the extraction rules:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<RuleFault> Faults { get; } = faults;
}
