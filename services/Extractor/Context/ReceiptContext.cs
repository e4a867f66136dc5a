using Ocr.Extractor.Labels;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Context;

/// <summary>The state of one receipt while its rules run: the page, its labels with their value regions, and the findings so far.</summary>
internal sealed class ReceiptContext
{
    private const float ParagraphGap = 1.3f;
    /// <summary>Minimum share of the page's labels that the rules contain.</summary>
    private const double MinKnown = 0.6;

    /// <summary>A page with fewer labels, such as a message, has no known layout.</summary>
    private const int MinLabels = 3;

    /// <summary>The same for an app that is detected by its labels only.</summary>
    private const double MinWithoutTitle = 0.9;

    /// <summary>A bank's name with at least this probability of being the beneficiary's bank is not a title.</summary>
    private const float MinBeneficiary = 0.5f;

    private readonly IReadOnlyDictionary<LabelHit, ValueRegion> _valueRegions;
    private readonly ILookup<Token, LabelHit> _owners;
    private readonly ILookup<string, LabelHit> _byKey;
    private readonly Dictionary<string, Finding> _findings = [];
    private readonly bool[] _free;
    private readonly DetectedApp? _app;
    private double? _knownLabels;
    private bool? _hasApp;
    private int? _headerEnd;

    public ReceiptContext(Page page, RuleSet rules, DateOnly? arrived = null)
    {
        (Page, Rules, Arrived) = (page, rules, arrived);
        (Hits, _valueRegions) = FalseLabelFilter.Release(page, LabelFinder.Find(page, rules.Vocabulary));
        _byKey = Hits.ToLookup(hit => hit.Entry.Phrase.Key);
        _owners = _valueRegions.SelectMany(pair => pair.Value.Tokens.Select(token => (Token: token, Hit: pair.Key)))
            .ToLookup(item => item.Token, item => item.Hit);
        LabelTokens = Hits.SelectMany(hit => hit.Tokens).ToHashSet();
        FirstLabelRow = _valueRegions.Keys.Select(hit => hit.Row.Index).DefaultIfEmpty(int.MaxValue).Min();
        LastLabeledRow = _valueRegions
            .SelectMany(pair => pair.Value.Tokens.Select(token => token.Segment.Row.Index).Append(pair.Key.Row.Index))
            .DefaultIfEmpty(int.MaxValue).Max();
        _free = [.. page.Rows.Select(row => row.Tokens.All(IsFree))];
        _app = AppDetector.Detect(this);
    }

    public Page Page { get; }

    /// <summary>The field model's scores of the page; <see langword="null"/> without a model.</summary>
    public PageScores? Scores { get; init; }

    /// <summary>
    /// Whether the rules contain most labels of the page, so that it is the layout of a known app. Conclusions from the app alone, its bank without a
    /// visible title and the length of its references, are drawn only there. Without a model the layout counts as known.
    /// </summary>
    public bool KnowsLayout => KnownLabels >= MinKnown;

    private double KnownLabels => _knownLabels ??= ShareOfKnownLabels();

    /// <summary>Tokens that the model classifies as labels; empty without a model.</summary>
    public IReadOnlyList<Token> ModelLabels => field ??= Scores is { } scores ? [.. Page.Tokens.Where(token => scores[token, FieldTag.Label] >= 0.5f)] : [];

    /// <summary>The state of the payment.</summary>
    public PaymentVerdict Payment => field ??= StatedPayment.Find(this);

    public RuleSet Rules { get; }

    /// <summary>Day of the upload. Unlike the current day it does not change when the receipt is processed again.</summary>
    public DateOnly? Arrived { get; }

    public IReadOnlyList<LabelHit> Hits { get; }

    /// <summary>Tokens that are part of a label, title or button.</summary>
    public IReadOnlySet<Token> LabelTokens { get; }

    /// <summary>Tokens that are part of a value's label.</summary>
    public IReadOnlySet<Token> NameTokens => field ??= Hits.Where(hit => hit.NamesValue).SelectMany(hit => hit.Tokens).ToHashSet();

    /// <summary>First row with a field's label; above it is the header.</summary>
    public int FirstLabelRow { get; }

    /// <summary>Last row with a field's label or a value next to one; below it is the footer.</summary>
    public int LastLabeledRow { get; }

    /// <summary>The app that created the receipt, detected by a title above the labels, by other phrases of the app on a known layout, or by nearly all labels.</summary>
    public DetectedApp? App => (_hasApp ??= HasApp()) ? _app : null;

    /// <summary>First row with a label by rules or model; above it is the header.</summary>
    public int HeaderEnd => _headerEnd ??= ModelLabels.Select(token => token.Segment.Row.Index).Append(FirstLabelRow).Min();

    /// <summary>Whether it is a wallet's receipt. The model was not trained on documents of wallets.</summary>
    public bool IsWallet => App is { App.Bank: null };

    /// <summary>Whether a row is part of a source's <see cref="SourceRule.Region"/>. A page without labels is all header.</summary>
    public bool InRegion(Row row, SourceRule source) => source.Region switch
    {
        "header" => row.Index < FirstLabelRow,
        "body" => row.Index >= FirstLabelRow,
        "footer" => row.Index > LastLabeledRow,
        _ => true,
    };

    public ValueRegion ValueRegionOf(LabelHit hit) => _valueRegions[hit];

    /// <summary>Returns the hits of a phrase, by its folded letters.</summary>
    public IEnumerable<LabelHit> HitsOf(string key) => _byKey[key];

    /// <summary>Whether a label of this field is on the page, and no field took its value.</summary>
    public bool HasLabelOf(string field) => Hits.Any(hit => hit.Entry.Fields.Contains(field) && hit.Entry.Fields.All(other => this[other].IsBlank));

    /// <summary>Returns the labels whose value regions contain the token.</summary>
    public IEnumerable<LabelHit> OwnersOf(Token token) => _owners[token];

    private Alignment Alignment => field ??= new Alignment(Page);

    /// <summary>Whether the token belongs neither to a label nor to a label's value.</summary>
    public bool IsFree(Token token) => !LabelTokens.Contains(token) && !_owners.Contains(token);

    /// <summary>Text outside labels and their values, by paragraph.</summary>
    public IReadOnlyList<Run> UnlabeledRuns => field ??= [.. Unlabeled.In(this)];

    /// <summary>Whether a character seems to be cut off the text of these tokens, or missing between them.</summary>
    public bool LacksCharacter(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0)
        {
            return false;
        }

        return Alignment.HasHole(tokens) || tokens.Select(token => token.Segment).Distinct().Any(Alignment.LacksCharacter);
    }

    /// <summary>Returns the closely spaced lines around a token that contain no label.</summary>
    public IReadOnlyList<IReadOnlyList<Token>> ParagraphOf(Token token)
    {
        var rows = new List<Row> { token.Segment.Row };
        for (var row = rows[0]; Neighbor(row, -1) is { } above; row = above)
        {
            rows.Insert(0, above);
        }

        for (var row = rows[^1]; Neighbor(row, 1) is { } below; row = below)
        {
            rows.Add(below);
        }

        return [.. rows.Select(row => row.Tokens)];
    }

    /// <summary>Finding of a rule; blank before it has run.</summary>
    public Finding this[string field]
    {
        get => _findings.GetValueOrDefault(field, Finding.Blank);
        set => _findings[field] = value;
    }

    /// <summary>Returns the tokens that these fields took.</summary>
    public IReadOnlySet<Token> Claimed(IEnumerable<string> fields)
    {
        var claimed = new HashSet<Token>();
        foreach (var field in fields)
        {
            claimed.UnionWith(this[field].Tokens);
        }

        return claimed;
    }

    private bool HasApp()
    {
        if (_app is not { } app)
        {
            return false;
        }

        var words = app.Tokens.Where(token => Scores is null || Scores[token, FieldTag.BeneficiaryBank] < MinBeneficiary).ToList();
        var hasTitle = app.App.Bank is null ? app.IsBranded : words.Exists(token => token.Segment.Row.Index < HeaderEnd);
        return hasTitle || KnownLabels >= (words.Count > 0 ? MinKnown : MinWithoutTitle);
    }

    private double ShareOfKnownLabels()
    {
        var labels = ModelLabels.Where(token => token.Key.Length > 0).GroupBy(token => token.Segment).ToList();
        return labels.Count >= MinLabels ? (double)labels.Count(label => label.All(LabelTokens.Contains)) / labels.Count
            : Scores is null || Hits.Count(hit => hit.NamesValue) >= MinLabels ? 1 : 0;
    }

    private Row? Neighbor(Row row, int step)
    {
        var next = Page.Rows.ElementAtOrDefault(row.Index + step);
        return next is { IsStatusBar: false }
            && -row.Box.OverlapY(next.Box) < ParagraphGap * Page.TextHeight
            && _free[next.Index]
            && _free[row.Index]
            ? next
            : null;
    }
}
