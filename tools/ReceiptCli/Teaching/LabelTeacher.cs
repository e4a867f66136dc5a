using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Proposes labels that are not in the rules.</summary>
internal sealed class LabelTeacher(RuleDraft draft, IReadOnlyList<TaughtReceipt> receipts)
{
    private readonly KnownTexts _known = new(draft);
    private readonly HashSet<(string List, string Key)> _taken = [];
    private readonly List<Conflict> _conflicts = [];
    private readonly HashSet<Token> _labels = [];

    /// <summary>Labels that are not proposed.</summary>
    public IReadOnlyList<Conflict> Conflicts => _conflicts;

    /// <summary>The words of all labels, including those that are not proposed.</summary>
    public IReadOnlySet<Token> Labels => _labels;

    /// <param name="fields">Fields to propose labels for.</param>
    /// <param name="values">Places of all values.</param>
    public IReadOnlyList<RuleProposal> Propose(IReadOnlySet<string> fields, IReadOnlyList<ValuePlace> values)
    {
        var sights = new LabelSights(new ConstantWords(receipts, values.Where(place => !AppTeacher.Fields.Contains(place.Field))));
        var rules = draft.Rules.Rules.OrderByDescending(rule => rule.Priority).Append(draft.Rules.BeneficiaryName)
            .Where(rule => rule.Sources.Any(source => source.Kind == SourceKinds.Label));
        var all = rules.Select(rule => LabelFinding.Best(rule, [.. values.Where(place => place.Field == rule.Field)], sights)).OfType<LabelFinding>()
            .Where(finding => finding.Side <= Side.Above || !AppTeacher.Fields.Contains(finding.Field)).ToList();
        _labels.UnionWith(all.Where(finding => finding.Side <= Side.Above).SelectMany(finding => finding.Sights).SelectMany(sight => sight.Tokens));
        var found = fields.Except(AppTeacher.Fields.Except(all.Select(finding => finding.Field)))
            .Select(field => Find(field, all, values)).OfType<LabelFinding>().OrderByDescending(finding => finding.Rule.Priority).ToList();
        return [.. found.Where(finding => IsNew(finding) && !IsAnothers(finding, all)).Select(Propose).OfType<RuleProposal>()];
    }

    /// <summary>Returns the finding of a field, or adds the reason why there is none.</summary>
    private LabelFinding? Find(string field, List<LabelFinding> all, IReadOnlyList<ValuePlace> values)
    {
        var printed = receipts.Count(receipt => receipt.Truth[field].Length > 0);
        var seen = values.Where(place => place.Field == field).Select(place => place.Receipt).Distinct().Count();
        if (seen < printed)
        {
            _conflicts.Add(new Conflict(field, FormattableString.Invariant($"on {printed - seen} of {printed} images its value is not among the words that were read"), IsOpen: true));
        }

        var best = all.Find(finding => finding.Field == field);
        if (best is null && seen >= ConstantWords.Needed(seen))
        {
            _conflicts.Add(new Conflict(field, "no words next to its value that the images share; the rules find it by its form, or not at all", IsOpen: true));
        }
        else if (best is { Side: > Side.Above })
        {
            _conflicts.Add(new Conflict(field, $"'{best.Text}' is {best.Where}; the rules support values right of and below a label only"));
        }

        return best is { Side: <= Side.Above } ? best : null;
    }

    private bool IsNew(LabelFinding finding)
    {
        var owners = _known.FieldsOf(finding.Key).ToList();
        if (owners.Contains(finding.Field))
        {
            return false;
        }

        if (_known.ListOf(finding.Key) is { } list)
        {
            _conflicts.Add(new Conflict(finding.Field, $"'{finding.Text}' is one of {list}; take it out there first if it names this field"));
            return false;
        }

        if (owners.Count > 0)
        {
            _conflicts.Add(new Conflict(finding.Field, $"'{finding.Text}' is a label of {string.Join(", ", owners)} already; left out"));
        }

        return owners.Count == 0;
    }

    /// <summary>Whether the same words name another field's value elsewhere on the page, so that they are ambiguous.</summary>
    private bool IsAnothers(LabelFinding finding, List<LabelFinding> found)
    {
        var other = found.Find(other => other != finding && ConstantWords.Resembles(other.Key, finding.Key) && !other.IsOneWith(finding));
        if (other is not null)
        {
            _conflicts.Add(new Conflict(finding.Field, $"'{finding.Text}' is next to the value of {other.Field} too; left out of both"));
        }

        return other is not null;
    }

    private RuleProposal? Propose(LabelFinding finding)
    {
        var lists = Lists(finding).ToList();
        if (lists.Count > 0 && !_taken.Add((string.Join('/', lists[0].Path), finding.Key)))
        {
            return null;
        }

        _taken.UnionWith(lists.Select(list => (string.Join('/', list.Path), finding.Key)));
        if (lists.Count == 0)
        {
            _conflicts.Add(new Conflict(finding.Field, $"no source of labels reads a value of the form '{finding.Grammar}'; '{finding.Text}' was left out"));
            return null;
        }

        var label = JsonText.Quote(finding.Text);
        var twins = lists.Skip(1).Select(list => list.Field).ToList();
        var too = twins.Count == 0 ? "" : $"; for {string.Join(", ", twins)} too, whose labels are the same";
        return new RuleProposal(
            finding.Field,
            FormattableString.Invariant($"label {label}, on {finding.Images} of {receipts.Count} images, {finding.Where}{too}"),
            [.. lists.Select(list => new RuleEdit(false, json => JsonText.Append(json, label, list.Path)))])
        {
            First = [.. lists.Select(list => new RuleEdit(false, json => JsonText.Prepend(json, label, list.Path)))],
        };
    }

    /// <summary>Returns the list of labels for a value of this form, and those of other rules that are the same list.</summary>
    private IEnumerable<(string Field, object[] Path)> Lists(LabelFinding finding)
    {
        (FieldRule Rule, object[] Place)[] rules =
            [.. draft.Rules.Rules.Select((rule, i) => (rule, (object[])["rules", i])), (draft.Rules.BeneficiaryName, ["beneficiaryName"])];
        var all = (from item in rules
                   from source in item.Rule.Sources.Index()
                   where source.Item is { Kind: SourceKinds.Label, Labels.Count: > 0, Apps.Count: 0, OnlyUnlabeled: false }
                   select (item.Rule.Field, Source: source.Item, Path: (object[])[.. item.Place, "sources", source.Index, "labels"])).ToList();
        var own = all.Find(list => list.Field == finding.Field && list.Source.Grammar == finding.Grammar);
        return own.Path is null ? [] : all.Where(list => list.Path == own.Path || (list.Field != own.Field && list.Source.LabelKeys.SequenceEqual(own.Source.LabelKeys)))
            .OrderBy(list => list.Path != own.Path).Select(list => (list.Field, list.Path));
    }
}
