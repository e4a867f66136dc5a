using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Banks;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Rules;

/// <summary>Checks of a rule file that a schema cannot express: names must exist, and every field must have a rule.</summary>
internal static class RuleCheck
{
    private static readonly FrozenSet<string> GrammarNames =
        Grammars.Create(new BankTable(new BankFile { Banks = [], Suffixes = [], Apps = [] })).Keys.ToFrozenSet();

    public static IEnumerable<RuleError> Errors(RuleFile file)
    {
        foreach (var missing in FieldKeys.All.Except(file.Rules.Select(rule => rule.Field)))
        {
            yield return new RuleError("rules", $"no rule for '{missing}'; add one");
        }

        foreach (var (rule, i) in file.Rules.Select((rule, i) => (rule, i)))
        {
            if (!FieldKeys.All.Contains(rule.Field))
            {
                yield return new RuleError($"rules/{i}/field", $"'{rule.Field}' is not a field; use one of: {string.Join(", ", FieldKeys.All)}");
            }

            if (file.Rules.Take(i).Any(other => other.Field == rule.Field))
            {
                yield return new RuleError($"rules/{i}/field", $"'{rule.Field}' has a rule already; merge the two");
            }
        }

        foreach (var error in RuleOrder.Errors(file).Concat(LabelCheck.Errors(file)))
        {
            yield return error;
        }

        foreach (var error in ReceiptCheck.Errors(file))
        {
            yield return error;
        }

        foreach (var error in RulePlaces.Of(file).SelectMany(item => Errors(item.Rule, item.Place)))
        {
            yield return error;
        }
    }

    private static IEnumerable<RuleError> Errors(FieldRule rule, string place)
    {
        if (!Validators.ByName.ContainsKey(rule.Validator.Name))
        {
            yield return new RuleError($"{place}/validator/name", $"no validator '{rule.Validator.Name}'; use one of: {Names(Validators.ByName.Keys)}");
        }

        if (!Normalizers.ByName.TryGetValue(rule.Normalizer, out var normalizer))
        {
            yield return new RuleError($"{place}/normalizer", $"no normalizer '{rule.Normalizer}'; use one of: {Names(Normalizers.ByName.Keys)}");
        }
        else if (rule.Sources.Select(source => source.Grammar).OfType<string>().FirstOrDefault(grammar => !normalizer.Understands(grammar)) is { } other)
        {
            yield return new RuleError(
                $"{place}/normalizer", $"'{rule.Normalizer}' does not support the values of the grammar '{other}', only: {Names(normalizer.Grammars)}; change one of them");
        }
        else if (Validators.Forms.GetValueOrDefault(rule.Validator.Name) is { } forms && !forms.Contains(rule.Normalizer))
        {
            yield return new RuleError(
                $"{place}/normalizer", $"the validator '{rule.Validator.Name}' does not support the values of '{rule.Normalizer}'; use one of: {Names(forms)}");
        }

        for (var i = 0; i < rule.Sources.Count; i++)
        {
            foreach (var error in Errors(rule.Sources[i], $"{place}/sources/{i}"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<RuleError> Errors(SourceRule source, string place)
    {
        if (!SourceKinds.All.Contains(source.Kind))
        {
            yield return new RuleError($"{place}/kind", $"no kind '{source.Kind}'; use one of: {Names(SourceKinds.All)}");
        }

        var needsGrammar = source.Kind is SourceKinds.Label or SourceKinds.Pattern or SourceKinds.Beside or SourceKinds.Paragraph;
        if (needsGrammar && !GrammarNames.Contains(source.Grammar ?? ""))
        {
            yield return new RuleError($"{place}/grammar", $"no grammar '{source.Grammar}'; use one of: {Names(GrammarNames)}");
        }

        if (source.Kind == SourceKinds.Label && source.Labels.Count + source.SharedLabels.Count == 0)
        {
            yield return new RuleError($"{place}/labels", "a label source needs labels; add some");
        }

        var needsField = source.Kind is SourceKinds.Copy or SourceKinds.Beside or SourceKinds.Paragraph or SourceKinds.AccountBank or SourceKinds.Constant;
        if (needsField && !FieldKeys.All.Contains(source.From ?? ""))
        {
            yield return new RuleError($"{place}/from", $"'{source.From}' is not a field; name the one to take it from");
        }

        if (source.Kind == SourceKinds.Constant && string.IsNullOrEmpty(source.Value))
        {
            yield return new RuleError($"{place}/value", "a constant needs a value; add it");
        }

        if (source.Kind == SourceKinds.Signature && source.Property is not ("bank" or "type" or "channel"))
        {
            yield return new RuleError($"{place}/property", $"no property '{source.Property}'; use one of: bank, type, channel");
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
