using System.Globalization;
using System.Text;
using Ocr.Contracts;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Scenes;

namespace Ocr.FieldDocuments.Evaluation;

/// <summary>Counts the right fields of an engine on documents with known truth. Fields and states whose words were altered by noise are excluded.</summary>
internal sealed class Score
{
    /// <summary>Of values with at least this confidence, at least 99.5 % must be right.</summary>
    private const double Sure = 0.95;

    private static readonly string[] Core = [FieldKeys.Monto, FieldKeys.Referencia, FieldKeys.BancoOrigen];

    private readonly SortedDictionary<string, (int Right, int Wrong, int Blank)> _fields = [];
    private readonly SortedDictionary<string, (int Right, int All)> _layouts = [];
    private readonly SortedDictionary<string, int> _states = [];
    private readonly StringBuilder _samples = new("field,confidence,right,complete,state\n");
    public int Number { get; set; }

    private int _receipts;
    private int _success;
    private int _complete;
    private int _completeWrong;
    private int _accepted;
    private int _acceptedWrong;
    private int _sure;
    private int _sureRight;
    private int _unpaidComplete;
    private int _unpaid;

    /// <summary>One line per scored value, for <c>training/fields/calibrate.py</c>.</summary>
    public string Samples => _samples.ToString();

    /// <summary>Receipts of completed payments with amount, reference and payer's bank.</summary>
    public int Receipts => _receipts;

    /// <summary>Those with right amount, reference, payer's bank and document.</summary>
    public int Success => _success;

    /// <summary>Number of printed fields, and of right ones.</summary>
    public (int Right, int All) Fields => (_fields.Values.Sum(counts => counts.Right), _fields.Values.Sum(counts => counts.Right + counts.Wrong + counts.Blank));

    /// <summary>Number of receipts reported as complete, and of those with wrong amount, reference or payer's bank.</summary>
    public (int All, int Wrong) Complete => (_complete, _completeWrong);

    /// <summary>Number of other pages and of payments that were not completed, and of those reported as complete.</summary>
    public (int All, int Complete) Others => (_unpaid, _unpaidComplete);

    /// <summary>Descriptions of wrong fields.</summary>
    public List<string> Errors { get; } = [];

    public void Add(ExtractionEngine engine, Document document, Dice dice)
    {
        var read = ReaderNoise.Read(document, dice);
        var receipt = engine.Extract([.. read.Words.Select(word => word.Box)], read.Width, read.Height);
        var accepted = receipt.Decision is { Verdict: Verdicts.Accept };
        _accepted += accepted ? 1 : 0;
        var payable = document is { Kind: PageKind.Receipt, State: PageState.Realizado, HasTwo: false };
        // a state whose words are not on the page, or were altered, cannot be read
        var isStated = document.Kind != PageKind.Receipt || document.State == PageState.Realizado || (document.Words.Any(word => word.Tag == FieldTag.State) && !read.Harmed.Contains(FieldTag.State));
        if (!payable && isStated)
        {
            _unpaid++;
            _unpaidComplete += receipt.Complete ? 1 : 0;
            _acceptedWrong += accepted ? 1 : 0;
            if (receipt.Complete)
            {
                Errors.Add($"{(accepted ? "accepted" : "complete")} but #{Number} {document.Kind}/{document.State}{(document.HasTwo ? "/two" : "")}: {string.Join(' ', read.Words.Select(word => word.Box.Text))}");
            }
        }

        if (document.Kind != PageKind.Receipt)
        {
            return;
        }

        var state = $"{document.State}->{receipt.Judgement!.State}";
        _states[state] = _states.GetValueOrDefault(state) + 1;
        if (!document.State.ToString().Equals(receipt.Judgement.State, StringComparison.OrdinalIgnoreCase))
        {
            Errors.Add($"state {state}: {receipt.Judgement.StateText}");
        }

        if (payable)
        {
            Judge(document, read, receipt);
        }
    }

    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"receipts {_receipts}; fields {Share(_fields.Values.Sum(f => f.Right), _fields.Values.Sum(f => f.Right + f.Wrong + f.Blank))}; success {Share(_success, _receipts)}; complete {Share(_complete, _receipts)}, of those wrong in amount, reference or payer's bank {_completeWrong}; other pages and states {_unpaid}, complete {_unpaidComplete}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"amounts, references and payer's banks with a confidence of {Sure} and more: right {Share(_sureRight, _sure)}; accepted by the policy {_accepted}, of those wrong or not to be paid {_acceptedWrong}\n\n");
        text.Append("| field | right | wrong | blank |\n|---|---:|---:|---:|\n");
        foreach (var (field, (right, wrong, blank)) in _fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {field} | {Share(right, right + wrong + blank)} | {wrong} | {blank} |\n");
        }

        text.Append("\n| layout | success |\n|---|---:|\n");
        foreach (var (layout, (right, all)) in _layouts.Where(item => item.Value.All > 2))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {layout} | {right} of {all} |\n");
        }

        text.Append("\n| state → read as | pages |\n|---|---:|\n");
        foreach (var (state, count) in _states)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {state} | {count} |\n");
        }

        return text.ToString();
    }

    private void Judge(Document document, ReadDocument read, ExtractedReceipt receipt)
    {
        _receipts++;
        var wrong = new List<string>();
        var known = document.Truth.Where(item => !read.Harmed.Contains(ExpectedValues.TagOf(item.Key))).ToDictionary();
        foreach (var (field, expected) in known)
        {
            var found = receipt.Fields.TryGetValue(field, out var value) ? value : receipt.BeneficiaryName;
            var actual = ExpectedValues.Read(field, found);
            var right = ExpectedValues.IsRight(field, expected, actual);
            var counts = _fields.GetValueOrDefault(field);
            _fields[field] = right ? counts with { Right = counts.Right + 1 } : actual.Length == 0 ? counts with { Blank = counts.Blank + 1 } : counts with { Wrong = counts.Wrong + 1 };
            if (actual.Length > 0 && found.Valid)
            {
                _samples.Append(CultureInfo.InvariantCulture, $"{field},{found.Confidence},{(right ? 1 : 0)},{(receipt.Complete ? 1 : 0)},{receipt.Judgement!.StateConfidence}\n");
            }

            if (Core.Contains(field) && found is { Valid: true, Confidence: >= Sure })
            {
                _sure++;
                _sureRight += right ? 1 : 0;
            }

            if (!right)
            {
                wrong.Add(field);
                Errors.Add(string.Create(CultureInfo.InvariantCulture, $"{document.Layout} #{Number} {field} [{string.Join(' ', document.Words.Where(word => word.Tag == ExpectedValues.TagOf(field)).Select(word => word.Text))}]: expected '{expected}', read '{actual}' {found.Confidence} {found.Rule} [{string.Join('|', found.Warnings)}] {receipt.Judgement!.State} {receipt.Judgement.ReceiptsInImage}"));
            }
        }

        Sum(document, receipt, wrong);
    }

    private void Sum(Document document, ExtractedReceipt receipt, List<string> wrong)
    {
        var whole = Core.All(field => document.Truth.ContainsKey(field) && !wrong.Contains(field));
        var success = whole && !wrong.Contains(FieldKeys.Cedula);
        if (Core.All(document.Truth.ContainsKey))
        {
            _success += success ? 1 : 0;
            var layout = _layouts.GetValueOrDefault(document.Layout);
            _layouts[document.Layout] = (layout.Right + (success ? 1 : 0), layout.All + 1);
        }
        else
        {
            _receipts--;
        }

        _acceptedWrong += receipt.Decision is { Verdict: Verdicts.Accept } && Core.Any(wrong.Contains) ? 1 : 0;
        _complete += receipt.Complete ? 1 : 0;
        if (success && !receipt.Complete)
        {
            Errors.Add($"right but incomplete #{Number}: {string.Join(' ', receipt.MissingFields)} {receipt.Judgement!.State} {receipt.Judgement.ReasonCode} {receipt.Judgement.ReceiptsInImage}");
        }

        if (receipt.Complete && Core.Any(wrong.Contains))
        {
            _completeWrong++;
            Errors.Add($"{(receipt.Decision is { Verdict: Verdicts.Accept } ? "accepted" : "complete")} but #{Number} is wrong in {string.Join(' ', wrong)}");
        }
    }

    private static string Share(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} % ({part} of {whole})");
}
