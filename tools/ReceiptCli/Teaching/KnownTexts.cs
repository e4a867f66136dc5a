using Ocr.Extractor.Rules;
using Ocr.Extractor.Text;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Phrases in the rule files, by folded text.</summary>
internal sealed class KnownTexts
{
    private readonly ILookup<string, string> _fields;
    private readonly Dictionary<string, string> _lists;
    private readonly Dictionary<string, string> _apps;
    private readonly HashSet<string> _words;

    public KnownTexts(RuleDraft draft)
    {
        var labels = draft.Rules.Rules.Append(draft.Rules.BeneficiaryName)
            .SelectMany(rule => rule.Sources.SelectMany(source => source.Labels.Concat(source.SharedLabels)).Select(text => (rule.Field, text))).ToList();
        var texts = LabelCheck.Lists(draft.Rules).SelectMany(list => list.Texts.Select(text => (list.Name, text))).ToList();
        _fields = labels.ToLookup(label => TextFold.Key(label.text), label => label.Field);
        _lists = texts.DistinctBy(item => TextFold.Key(item.text)).ToDictionary(item => TextFold.Key(item.text), item => item.Name);
        _apps = draft.Banks.Apps.SelectMany(app => app.Phrases.Keys.Select(text => (app.Name, text)))
            .DistinctBy(item => TextFold.Key(item.text)).ToDictionary(item => TextFold.Key(item.text), item => item.Name);
        _words = [.. labels.Select(label => label.text).Concat(texts.Select(item => item.text)).Concat(draft.Banks.Suffixes)
            .Concat(draft.Banks.Apps.SelectMany(app => app.Phrases.Keys))
            .SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(TextFold.Key)];
    }

    /// <summary>Returns the fields with this label.</summary>
    public IEnumerable<string> FieldsOf(string key) => _fields[key].Distinct();

    /// <summary>Returns the list of labels, buttons or titles that contains it.</summary>
    public string? ListOf(string key) => _lists.GetValueOrDefault(key);

    /// <summary>Returns the app with this phrase.</summary>
    public string? AppOf(string key) => _apps.GetValueOrDefault(key);

    /// <summary>Whether a word occurs in labels and titles, in other apps' titles, or in many banks' names.</summary>
    public bool IsCommon(string word) => _words.Contains(word);
}
