using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Phrases;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>All phrases of the rules, so that each place on a receipt is matched with the phrase that fits best.</summary>
internal sealed class Vocabulary
{
    private readonly FrozenDictionary<string, LabelEntry> _entries;

    public Vocabulary(RuleFile file)
    {
        var entries = new Dictionary<string, LabelEntry>();
        foreach (var rule in file.Rules.Append(file.BeneficiaryName))
        {
            foreach (var label in rule.Sources.SelectMany(source => source.Labels.Concat(source.SharedLabels)))
            {
                var entry = Add(entries, label, LabelRole.Field);
                entry.Fields.Add(rule.Field);
                entry.IsFreeText |= rule.FreeText;
                entry.IsPayers |= rule.Payer;
            }
        }

        AddAll(entries, file.OtherLabels, LabelRole.Ignored);
        AddAll(entries, file.Chrome, LabelRole.Chrome);
        var states = file.States.SelectMany(state => state.Value.Select(text => (Text: text, State: state.Key)))
            .Concat(file.FailureTitles.Select(text => (Text: text, State: PaymentStates.Rejected))).DistinctBy(item => TextFold.Key(item.Text)).ToList();
        AddAll(entries, file.SuccessTitles.Concat(states.Select(item => item.Text)), LabelRole.Title);
        _entries = entries.ToFrozenDictionary();
        Finder = new PhraseFinder(_entries.Values.Select(entry => entry.Phrase));
        Endings = new PhraseFinder(file.LabelEndings.Select(text => new Phrase(text)));
        Successes = file.SuccessTitles.Select(TextFold.Key).ToFrozenSet();
        States = states.ToFrozenDictionary(item => TextFold.Key(item.Text), item => item.State);
        StateFinder = new PhraseFinder(states.Select(item => new Phrase(item.Text)).Where(phrase => phrase.WordCount > 1));
    }

    public PhraseFinder Finder { get; }

    /// <summary>Finds the endings that any label may have.</summary>
    public PhraseFinder Endings { get; }

    /// <summary>Keys of the titles of completed payments.</summary>
    public IReadOnlySet<string> Successes { get; }

    /// <summary>Keys of the phrases that state the result of a payment that was not completed, with the state.</summary>
    public FrozenDictionary<string, string> States { get; }

    /// <summary>Finds phrases of several words anywhere.</summary>
    public PhraseFinder StateFinder { get; }

    public LabelEntry this[Phrase phrase] => _entries[phrase.Key];

    private static void AddAll(Dictionary<string, LabelEntry> entries, IEnumerable<string> texts, LabelRole role)
    {
        foreach (var text in texts)
        {
            Add(entries, text, role);
        }
    }

    private static LabelEntry Add(Dictionary<string, LabelEntry> entries, string text, LabelRole role)
    {
        var key = TextFold.Key(text);
        if (!entries.TryGetValue(key, out var entry))
        {
            entries.Add(key, entry = new LabelEntry(text, role));
        }

        return entry;
    }
}
