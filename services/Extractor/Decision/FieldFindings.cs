using Ocr.Contracts;

namespace Ocr.Extractor.Decision;

/// <summary>The policy's findings on the fields.</summary>
internal static class FieldFindings
{
    private static readonly ExtractedField Blank = new() { Value = "" };

    public static IEnumerable<PolicyFinding> Of(ExtractedReceipt receipt, PolicyFile policy)
    {
        var keys = receipt.MissingFields.Concat(policy.Fields.Keys).Distinct();
        return keys.SelectMany(key => Of(
            key, receipt.Fields.GetValueOrDefault(key, Blank), policy.Fields.GetValueOrDefault(key), receipt.MissingFields.Contains(key), policy.Incomplete));
    }

    private static IEnumerable<PolicyFinding> Of(string key, ExtractedField field, FieldPolicy? policy, bool isMissing, string incomplete)
    {
        var isThere = field.Value.Length > 0;
        // A receipt with a masked value does not show more than that.
        var isUsable = isThere && (field.Valid || field.Masked);
        if (isMissing || (policy is { Required: true } && !isUsable))
        {
            yield return new PolicyFinding(incomplete, isThere ? DecisionReasons.Invalid(key, field.Reason) : DecisionReasons.Missing(key));
        }

        if (policy is null || !isThere)
        {
            yield break;
        }

        if (!isUsable)
        {
            yield return new PolicyFinding(policy.Invalid, DecisionReasons.Invalid(key, field.Reason));
        }

        if (field.Confidence < policy.MinConfidence)
        {
            yield return new PolicyFinding(policy.Unsure, DecisionReasons.Unsure(key, field.Confidence, policy.MinConfidence));
        }

        foreach (var doubt in field.Warnings)
        {
            yield return new PolicyFinding(policy.Doubts, DecisionReasons.Doubt(key, doubt));
        }

        foreach (var note in field.Notes)
        {
            yield return new PolicyFinding(policy.Notes, DecisionReasons.Note(key, note));
        }
    }
}
