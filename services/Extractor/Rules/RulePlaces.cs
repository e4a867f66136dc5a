namespace Ocr.Extractor.Rules;

/// <summary>The rules of a file with their places, as used in errors.</summary>
internal static class RulePlaces
{
    /// <summary>Returns the rules in the order of the file, the beneficiary's name last.</summary>
    public static IEnumerable<(FieldRule Rule, string Place)> Of(RuleFile file) =>
        [.. file.Rules.Select((rule, i) => (rule, $"rules/{i}")), (file.BeneficiaryName, "beneficiaryName")];
}
