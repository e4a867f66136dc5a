using Ocr.Contracts;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>Checks whether an operator can pay out on a receipt, by <see cref="CompleteRule"/>.</summary>
internal static class SuccessRule
{
    /// <summary>Returns the missing keys, those of every alternative when none is complete; empty when the receipt is complete.</summary>
    /// <param name="fields">All fields.</param>
    /// <param name="rule">The required fields.</param>
    /// <param name="isCalibrated">Whether confidences are calibrated, as with the field model.</param>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, ExtractedField> fields, CompleteRule rule, bool isCalibrated)
    {
        IEnumerable<string> Wanting(IEnumerable<string> keys) => keys.Where(key => !Usable(fields[key]));
        var isWhole = rule.OneOf.Count == 0 || rule.OneOf.Any(keys => !Wanting(keys).Any());
        var doubtful = rule.Always.Where(key => isCalibrated && fields[key].Confidence < rule.MinConfidence);
        return [.. Wanting(rule.Always).Union(doubtful).Union(isWhole ? [] : Wanting(rule.OneOf.SelectMany(keys => keys)))];
    }

    /// <summary>Whether a value is usable. A masked phone is, because the receipt does not show more.</summary>
    private static bool Usable(ExtractedField field) => field.Value.Length > 0 && (field.Valid || field.Masked);
}
