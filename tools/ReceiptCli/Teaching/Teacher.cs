using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>The result of teaching a folder.</summary>
/// <param name="Before">The current rules.</param>
/// <param name="After">The rules with the additions.</param>
/// <param name="Proposals">The additions, in the order of the files.</param>
/// <param name="Conflicts">Additions that are not proposed, with the reasons.</param>
internal sealed record Lesson(RuleDraft Before, RuleDraft After, IReadOnlyList<RuleProposal> Proposals, IReadOnlyList<Conflict> Conflicts);

/// <summary>Derives the rules of an app from a few of its receipts: its bank, its labels, its header. Pure, except that it reads the rule files.</summary>
/// <param name="before">The current rules.</param>
/// <param name="receipts">Images of one app.</param>
/// <param name="name">Name of the app in the bank table; derived from its channel when absent.</param>
/// <param name="bank">Code of its bank, when the table does not contain it.</param>
internal sealed class Teacher(RuleDraft before, IReadOnlyList<TaughtReceipt> receipts, string? name, string? bank)
{
    /// <summary>With fewer images, text that is constant by chance would count as the app's own words.</summary>
    public const int MinImages = 3;

    private readonly List<Conflict> _conflicts = [];

    /// <exception cref="TeachingException">There are too few images, or they are not of one app.</exception>
    /// <exception cref="Extractor.Rules.RuleFileException">With the change the files would have errors.</exception>
    public Lesson Teach()
    {
        if (receipts.Count < MinImages)
        {
            throw new TeachingException($"{receipts.Count} image(s) are too few to tell an app's own words from its payments'; put at least {MinImages} of them into the folder and its truth.json.");
        }

        var banks = new BankTeacher(before, receipts, bank);
        List<RuleProposal> chosen = banks.Propose() is { } known ? [known] : [];
        _conflicts.AddRange(banks.Conflicts);
        var draft = Apply(chosen);
        var values = Values(draft);
        var effect = new FolderEffect(draft, receipts);
        var labels = new LabelTeacher(draft, receipts);
        chosen.AddRange(labels.Propose(Truth.Keys.Where(effect.NeedsRule).ToHashSet(), values));
        _conflicts.AddRange(labels.Conflicts);
        if (AppTeacher.Fields.Any(effect.NeedsRule))
        {
            chosen.AddRange(App(draft, values, labels));
        }

        chosen = Needed(Placed(chosen));
        var after = Apply(chosen);
        var learnt = new FolderEffect(after, receipts);
        return new Lesson(before, after, chosen, [.. _conflicts.Distinct().Where(conflict => !conflict.IsOpen || learnt.NeedsRule(conflict.Subject))]);
    }

    private RuleDraft Apply(IEnumerable<RuleProposal> proposals) => before.With([.. proposals.SelectMany(proposal => proposal.Edits)]);

    private FolderEffect Effect(IEnumerable<RuleProposal> proposals) => new(Apply(proposals), receipts);

    private IEnumerable<RuleProposal> App(RuleDraft draft, IReadOnlyList<ValuePlace> values, LabelTeacher labels)
    {
        var apps = new AppTeacher(draft, receipts, name);
        if (apps.Propose(values, labels.Labels) is { } proposal)
        {
            yield return proposal;
        }

        if (apps.Conflict is { } conflict)
        {
            _conflicts.Add(conflict);
        }
    }

    /// <summary>Returns every place of every value. A bank's name in the header is the logo, when the same name is printed further below too.</summary>
    private List<ValuePlace> Values(RuleDraft draft)
    {
        var finder = new ValueFinder(draft);
        var all = receipts.SelectMany(receipt => draft.Rules.Rules.Append(draft.Rules.BeneficiaryName).SelectMany(rule => finder.Find(receipt, rule))).ToList();
        var header = all.Where(place => place.Grammar != "bank").ToLookup(place => place.Receipt, place => place.Row.Index);
        return [.. all.Where(place => place.Grammar != "bank" || !IsAbove(place) || all.TrueForAll(other => other.Receipt != place.Receipt || other.Field != place.Field || IsAbove(other)))];

        bool IsAbove(ValuePlace place) => place.Row.Index < header[place.Receipt].DefaultIfEmpty(0).Min();
    }

    /// <summary>A label whose field stays wrong after existing labels is tried before them.</summary>
    private List<RuleProposal> Placed(List<RuleProposal> proposals)
    {
        var (placed, best) = (proposals.ToList(), Effect(proposals).AllFirmness);
        for (var i = 0; i < placed.Count; i++)
        {
            if (placed[i].First.Count == 0)
            {
                continue;
            }

            var first = placed.ToList();
            first[i] = placed[i] with { Edits = placed[i].First };
            if (Effect(first).AllFirmness is var firmness && firmness > best)
            {
                (placed, best) = (first, firmness);
            }
        }

        return placed;
    }

    /// <summary>Removes labels without effect, because the field follows from another's, or because its value is not found next to them.</summary>
    private List<RuleProposal> Needed(List<RuleProposal> proposals)
    {
        var (kept, best) = (proposals.ToList(), Effect(proposals).AllFirmness);
        foreach (var proposal in proposals.Where(proposal => proposal.First.Count > 0).Reverse())
        {
            var without = Effect(kept.Where(other => other != proposal));
            if (without.AllFirmness < best)
            {
                continue;
            }

            best = without.AllFirmness;
            kept.Remove(proposal);
            if (without.Mistakes(proposal.Subject).FirstOrDefault() is { } mistake)
            {
                _conflicts.Add(new Conflict(proposal.Subject, $"{proposal.Says.Split(',')[0]} does not help; {mistake}"));
            }
        }

        return kept;
    }
}
