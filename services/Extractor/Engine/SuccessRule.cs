using Ocr.Contracts;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>Whether an operator can pay out on a receipt, by <see cref="CompleteRule"/>.</summary>
internal static class SuccessRule
{
    /// <summary>Keys that are wanting, those of every alternative when none is whole; empty when the receipt is complete.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, ExtractedField> fields, CompleteRule rule)
    {
        IEnumerable<string> Wanting(IEnumerable<string> keys) => keys.Where(key => !Usable(fields[key]));
        var isWhole = rule.OneOf.Count == 0 || rule.OneOf.Any(keys => !Wanting(keys).Any());
        return [.. Wanting(rule.Always.Concat(isWhole ? [] : rule.OneOf.SelectMany(keys => keys))).Distinct()];
    }

    /// <summary>A masked phone is as good as the receipt can give.</summary>
    private static bool Usable(ExtractedField field) => field.Value.Length > 0 && (field.Valid || field.Masked);
}
