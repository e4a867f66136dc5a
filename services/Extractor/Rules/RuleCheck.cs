using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Rules;

/// <summary>What a schema cannot say of a rule file: names that must exist, fields that must all be there.</summary>
internal static class RuleCheck
{
    private static readonly FrozenSet<string> GrammarNames =
        Grammars.Create(new BankTable(new BankFile { Banks = [], Suffixes = [], Apps = [] })).Keys.ToFrozenSet();

    public static IEnumerable<RuleFault> Faults(RuleFile file)
    {
        foreach (var missing in FieldKeys.All.Except(file.Rules.Select(rule => rule.Field)))
        {
            yield return new RuleFault("rules", $"no rule for '{missing}'; add one");
        }

        foreach (var (rule, i) in file.Rules.Select((rule, i) => (rule, i)))
        {
            if (!FieldKeys.All.Contains(rule.Field))
            {
                yield return new RuleFault($"rules/{i}/field", $"'{rule.Field}' is no field; use one of: {string.Join(", ", FieldKeys.All)}");
            }

            if (file.Rules.Take(i).Any(other => other.Field == rule.Field))
            {
                yield return new RuleFault($"rules/{i}/field", $"'{rule.Field}' has a rule already; join the two");
            }
        }

        foreach (var fault in RuleOrder.Faults(file))
        {
            yield return fault;
        }

        foreach (var fault in ReceiptCheck.Faults(file))
        {
            yield return fault;
        }

        var named = file.Rules.Select((rule, i) => (rule, Place: $"rules/{i}")).Append((file.BeneficiaryName, "beneficiaryName"));
        foreach (var fault in named.SelectMany(item => Faults(item.Item1, item.Item2)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RuleFault> Faults(FieldRule rule, string place)
    {
        if (!Validators.ByName.ContainsKey(rule.Validator.Name))
        {
            yield return new RuleFault($"{place}/validator/name", $"no validator '{rule.Validator.Name}'; use one of: {Names(Validators.ByName.Keys)}");
        }

        if (!Normalizers.ByName.TryGetValue(rule.Normalizer, out var normalizer))
        {
            yield return new RuleFault($"{place}/normalizer", $"no normalizer '{rule.Normalizer}'; use one of: {Names(Normalizers.ByName.Keys)}");
        }
        else if (rule.Sources.Select(source => source.Grammar).OfType<string>().FirstOrDefault(grammar => !normalizer.Understands(grammar)) is { } other)
        {
            yield return new RuleFault(
                $"{place}/normalizer", $"'{rule.Normalizer}' cannot read what the grammar '{other}' gives, only: {Names(normalizer.Grammars)}; change one of them");
        }
        else if (Validators.Forms.GetValueOrDefault(rule.Validator.Name) is { } forms && !forms.Contains(rule.Normalizer))
        {
            yield return new RuleFault(
                $"{place}/normalizer", $"the validator '{rule.Validator.Name}' cannot judge what '{rule.Normalizer}' gives; use one of: {Names(forms)}");
        }

        for (var i = 0; i < rule.Sources.Count; i++)
        {
            foreach (var fault in Faults(rule.Sources[i], $"{place}/sources/{i}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RuleFault> Faults(SourceRule source, string place)
    {
        if (!SourceKinds.All.Contains(source.Kind))
        {
            yield return new RuleFault($"{place}/kind", $"no kind '{source.Kind}'; use one of: {Names(SourceKinds.All)}");
        }

        var needsGrammar = source.Kind is SourceKinds.Label or SourceKinds.Pattern or SourceKinds.Beside or SourceKinds.Paragraph;
        if (needsGrammar && !GrammarNames.Contains(source.Grammar ?? ""))
        {
            yield return new RuleFault($"{place}/grammar", $"no grammar '{source.Grammar}'; use one of: {Names(GrammarNames)}");
        }

        if (source.Kind == SourceKinds.Label && source.Labels.Count + source.SharedLabels.Count == 0)
        {
            yield return new RuleFault($"{place}/labels", "a label source needs labels; add some");
        }

        var needsField = source.Kind is SourceKinds.Copy or SourceKinds.Beside or SourceKinds.Paragraph or SourceKinds.AccountBank or SourceKinds.Constant;
        if (needsField && !FieldKeys.All.Contains(source.From ?? ""))
        {
            yield return new RuleFault($"{place}/from", $"'{source.From}' is no field; name the one to take it from");
        }

        if (source.Kind == SourceKinds.Constant && string.IsNullOrEmpty(source.Value))
        {
            yield return new RuleFault($"{place}/value", "a constant needs a value; add it");
        }

        if (source.Kind == SourceKinds.Signature && source.Property is not ("bank" or "type" or "channel"))
        {
            yield return new RuleFault($"{place}/property", $"no property '{source.Property}'; use one of: bank, type, channel");
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
