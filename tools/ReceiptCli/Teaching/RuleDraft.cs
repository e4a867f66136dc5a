using System.Text;
using Ocr.Extractor.Banks;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>A change of one of the two files.</summary>
/// <param name="InBanks">Whether it changes the bank table instead of the rule file.</param>
/// <param name="Apply">Converts the old text to the new one.</param>
internal sealed record RuleEdit(bool InBanks, Func<string, string> Apply);

/// <summary>Rule file and bank table, unchanged or with a change, with the engine that applies them.</summary>
internal sealed class RuleDraft
{
    private readonly RuleText _text;

    private RuleDraft(RuleText text)
    {
        var files = FileCheck.Of(text);
        Engine = new ExtractionEngine(RuleSet.Of(files));
        (_text, Rules, Banks) = (text, files.Rules!, files.Banks!);
    }

    public RuleFile Rules { get; }

    public BankFile Banks { get; }

    public ExtractionEngine Engine { get; }

    /// <summary>The files with their texts, the rule file first.</summary>
    public IReadOnlyList<(string Path, string Text)> Files =>
        [(_text.RulesPath, Encoding.UTF8.GetString(_text.Rules!)), (_text.BanksPath, Encoding.UTF8.GetString(_text.Banks!))];

    /// <exception cref="RuleFileException">The files have errors.</exception>
    public static RuleDraft Load(string rules, string banks) => new(RuleText.Read(rules, banks));

    /// <summary>Returns the draft with changes and an incremented version; without changes, the draft itself.</summary>
    /// <exception cref="RuleFileException">With the changes the files have errors.</exception>
    public RuleDraft With(IReadOnlyList<RuleEdit> edits)
    {
        if (edits.Count == 0)
        {
            return this;
        }

        var (rules, banks) = (Files[0].Text, Files[1].Text);
        foreach (var edit in edits)
        {
            (rules, banks) = edit.InBanks ? (rules, edit.Apply(banks)) : (edit.Apply(rules), banks);
        }

        rules = JsonText.Replace(rules, JsonText.Quote(Raised(Rules.Version)), "version");
        return new RuleDraft(_text with { Rules = Encoding.UTF8.GetBytes(rules), Banks = Encoding.UTF8.GetBytes(banks) });
    }

    /// <summary>Writes the files that differ from another draft's; each file is replaced atomically.</summary>
    public IEnumerable<string> Write(RuleDraft before)
    {
        foreach (var (file, old) in Files.Zip(before.Files).Where(pair => pair.First.Text != pair.Second.Text))
        {
            var next = file.Path + ".next";
            File.WriteAllText(next, file.Text);
            File.Move(next, file.Path, overwrite: true);
            yield return file.Path;
        }
    }

    private static string Raised(string version)
    {
        var dot = version.LastIndexOf('.');
        var patch = int.Parse(version[(dot + 1)..], System.Globalization.CultureInfo.InvariantCulture) + 1;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{version[..dot]}.{patch}");
    }
}
