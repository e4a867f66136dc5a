using System.Collections.Frozen;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>Every phrase the rules know, so that each place on a receipt is given to the phrase it fits best.</summary>
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

        AddAll(entries, file.IgnoredLabels, LabelRole.Ignored);
        AddAll(entries, file.Chrome, LabelRole.Chrome);
        AddAll(entries, file.SuccessTitles.Concat(file.FailureTitles), LabelRole.Title);
        _entries = entries.ToFrozenDictionary();
        Finder = new PhraseFinder(_entries.Values.Select(entry => entry.Phrase));
        Successes = file.SuccessTitles.Select(TextFold.Key).ToFrozenSet();
        Failures = file.FailureTitles.Select(TextFold.Key).ToFrozenSet();
        FailureFinder = new PhraseFinder(file.FailureTitles.Select(text => new Phrase(text)).Where(phrase => phrase.WordCount > 1));
    }

    public PhraseFinder Finder { get; }

    /// <summary>Keys of the titles of payments that went through.</summary>
    public IReadOnlySet<string> Successes { get; }

    /// <summary>Keys of the titles of payments that did not.</summary>
    public IReadOnlySet<string> Failures { get; }

    /// <summary>Finds those of several words anywhere.</summary>
    public PhraseFinder FailureFinder { get; }

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
