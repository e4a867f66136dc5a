using Ocr.Contracts;
using Ocr.Extractor.Rules;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>The score of a draft of the rules on the images from which it was derived.</summary>
internal sealed class FolderEffect
{
    private static readonly string[] Guesses = [SourceKinds.Pattern, SourceKinds.Paragraph, SourceKinds.Logo];

    private readonly List<(Truth Truth, ExtractedReceipt Read)> _read;
    private readonly HashSet<string> _guesses;

    public FolderEffect(RuleDraft draft, IReadOnlyList<TaughtReceipt> receipts)
    {
        var readings = receipts.Select(receipt => (receipt.Truth, Reading: Pipeline.Extract(draft.Engine, "", receipt.Read))).ToList();
        _read = [.. readings.Select(item => (item.Truth, item.Reading.Receipt))];
        _guesses = [.. draft.Rules.Rules.Append(draft.Rules.BeneficiaryName).SelectMany(rule => rule.Sources)
            .Where(source => Guesses.Contains(source.Kind)).Select(source => source.Name)];
        Score = new FolderScore("", [.. readings.Select(item => ScoredReceipt.Of(item.Truth, item.Reading))]);
    }

    /// <summary>Right fields and receipts.</summary>
    public FolderScore Score { get; }

    /// <summary>Number of receipts with all fields that a payment needs, right or wrong.</summary>
    public int Complete => _read.Count(item => item.Read.Complete);

    /// <summary>Whether a printed field is wrong on some image, or right only because it was the only candidate of its form.</summary>
    public bool NeedsRule(string key) => _read.Exists(item => item.Truth[key].Length > 0 && Firmness(item, key) < 2);

    /// <summary>Returns the wrong values of a field, as <c>file: 'true' read as 'other'</c>.</summary>
    public IEnumerable<string> Mistakes(string key) => Score.Receipts.Where(receipt => !receipt.IsRight(key))
        .Select(receipt => $"{receipt.Truth.File}: '{receipt.Truth[key]}' read as '{receipt.Actual[key]}'");

    /// <summary>Sum over the images: 0 for a wrong value of the field, 1 for one found by its form, 2 for one that a label or title names.</summary>
    private int Firmness(string key) => _read.Sum(item => Firmness(item, key));

    /// <summary>The sum over all fields.</summary>
    public int AllFirmness => Truth.Keys.Sum(Firmness);

    private int Firmness((Truth Truth, ExtractedReceipt Read) item, string key)
    {
        var field = key == Truth.NameKey ? item.Read.BeneficiaryName : item.Read.Fields[key];
        return !FieldComparison.IsRight(key, item.Truth[key], field.Value) ? 0 : _guesses.Contains(field.Rule ?? "") ? 1 : 2;
    }
}
