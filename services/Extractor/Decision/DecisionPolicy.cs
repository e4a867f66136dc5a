using Ocr.Contracts;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Decision;

/// <summary>
/// Decides on a receipt: the strictest of all verdicts that apply to it. Pure, immutable and thread-safe; load once, share. Duplicates are
/// not part of it: the decision carries the policy's verdict for them, and Results combines the two.
/// </summary>
public sealed class DecisionPolicy
{
    private readonly PolicyFile _file;

    internal DecisionPolicy(PolicyFile file) => _file = file;

    /// <summary>Version that the policy file states.</summary>
    public string Version => _file.Version;

    /// <summary>Loads and validates a policy file.</summary>
    /// <param name="path">Path of <c>decision.json</c>.</param>
    /// <exception cref="RuleFileException">The file has errors; all of them are listed, each with its place and its fix.</exception>
    public static DecisionPolicy Load(string path) => new(PolicyText.Read(path).Parse());

    /// <summary>Returns the decision on a receipt.</summary>
    /// <param name="receipt">A receipt with its judgement.</param>
    public ReceiptDecision Decide(ExtractedReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        PolicyFinding[] findings = [.. ImageFindings.Of(receipt, _file), .. FieldFindings.Of(receipt, _file), .. Incomplete(receipt)];
        var strictest = findings.Length == 0 ? 0 : findings.Max(finding => finding.Strictness);
        return new ReceiptDecision
        {
            Verdict = Verdicts.All[strictest],
            Reasons = strictest == 0 ? [] : [.. Reasons(findings.Where(finding => finding.Strictness == strictest))],
            WhenDuplicate = _file.Duplicates.Certain,
            WhenPossibleDuplicate = _file.Duplicates.Possible,
            PolicyVersion = _file.Version,
        };
    }

    /// <summary>Reports that a receipt is incomplete only when there is no other reason.</summary>
    private static IEnumerable<DecisionReason> Reasons(IEnumerable<PolicyFinding> findings)
    {
        DecisionReason[] reasons = [.. findings.Select(finding => finding.Reason).Distinct()];
        return reasons.Length > 1 ? reasons.Where(reason => reason != DecisionReasons.Incomplete) : reasons;
    }

    /// <summary>A receipt can be incomplete although none of its fields is missing.</summary>
    private IEnumerable<PolicyFinding> Incomplete(ExtractedReceipt receipt)
    {
        if (!receipt.Complete && receipt.MissingFields.Count == 0)
        {
            yield return new PolicyFinding(_file.Incomplete, DecisionReasons.Incomplete);
        }
    }
}
