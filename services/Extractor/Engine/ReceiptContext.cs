using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>One receipt while its rules run: the page, its labels with what stands beside them, and what was found so far.</summary>
internal sealed class ReceiptContext
{
    private const float ParagraphGap = 1.3f;

    private readonly IReadOnlyDictionary<LabelHit, Zone> _zones;
    private readonly ILookup<Token, LabelHit> _owners;
    private readonly ILookup<string, LabelHit> _byKey;
    private readonly Dictionary<string, Finding> _findings = [];
    private readonly bool[] _free;

    public ReceiptContext(Page page, RuleSet rules, DateOnly? arrived = null)
    {
        (Page, Rules, Arrived) = (page, rules, arrived);
        (Hits, _zones) = TextValues.Release(page, LabelFinder.Find(page, rules.Vocabulary));
        _byKey = Hits.ToLookup(hit => hit.Entry.Phrase.Key);
        _owners = _zones.SelectMany(pair => pair.Value.Tokens.Select(token => (Token: token, Hit: pair.Key)))
            .ToLookup(item => item.Token, item => item.Hit);
        LabelTokens = Hits.SelectMany(hit => hit.Tokens).ToHashSet();
        FirstLabelRow = _zones.Keys.Select(hit => hit.Row.Index).DefaultIfEmpty(int.MaxValue).Min();
        LastLabelledRow = _zones
            .SelectMany(pair => pair.Value.Tokens.Select(token => token.Segment.Row.Index).Append(pair.Key.Row.Index))
            .DefaultIfEmpty(int.MaxValue).Max();
        _free = [.. page.Rows.Select(row => row.Tokens.All(IsFree))];
        App = AppDetector.Detect(this);
    }

    public Page Page { get; }

    public RuleSet Rules { get; }

    /// <summary>When the image was sent in, the nearest there is to a date of today that does not change when it is read again.</summary>
    public DateOnly? Arrived { get; }

    public IReadOnlyList<LabelHit> Hits { get; }

    /// <summary>Tokens that are part of a label, title or button.</summary>
    public IReadOnlySet<Token> LabelTokens { get; }

    /// <summary>First row with a field's label; above it is the header.</summary>
    public int FirstLabelRow { get; }

    /// <summary>Last row with a field's label or what stands beside one; below it is the footer.</summary>
    public int LastLabelledRow { get; }

    /// <summary>The app that made the receipt.</summary>
    public DetectedApp? App { get; }

    /// <summary>Whether a row is part of a source's <see cref="SourceRule.Region"/>. On a page without labels all is header.</summary>
    public bool InRegion(Row row, SourceRule source) => source.Region switch
    {
        "header" => row.Index < FirstLabelRow,
        "body" => row.Index >= FirstLabelRow,
        "footer" => row.Index > LastLabelledRow,
        _ => true,
    };

    public Zone ZoneOf(LabelHit hit) => _zones[hit];

    /// <summary>Places of a phrase, by its folded letters.</summary>
    public IEnumerable<LabelHit> HitsOf(string key) => _byKey[key];

    /// <summary>A label that names this field stands on the page, and no field took its value.</summary>
    public bool HasLabelOf(string field) => Hits.Any(hit => hit.Entry.Fields.Contains(field) && hit.Entry.Fields.All(other => this[other].IsBlank));

    /// <summary>Labels beside which the token stands.</summary>
    public IEnumerable<LabelHit> OwnersOf(Token token) => _owners[token];

    private Alignment Alignment => field ??= new Alignment(Page);

    /// <summary>No label stands there, and none names what stands there.</summary>
    public bool IsFree(Token token) => !LabelTokens.Contains(token) && !_owners.Contains(token);

    /// <summary>What no label claims, paragraph by paragraph.</summary>
    public IReadOnlyList<Run> UnlabelledRuns => field ??= [.. Unlabelled.In(this)];

    /// <summary>A character seems to be cut off a text that these tokens are part of, or to be missing between them.</summary>
    public bool LacksCharacter(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0)
        {
            return false;
        }

        return Alignment.HasHole(tokens) || tokens.Select(token => token.Segment).Distinct().Any(Alignment.LacksCharacter);
    }

    /// <summary>The lines around a token that follow each other closely and that no label stands in.</summary>
    public IReadOnlyList<IReadOnlyList<Token>> ParagraphOf(Token token)
    {
        var rows = new List<Row> { token.Segment.Row };
        for (var row = rows[0]; Neighbour(row, -1) is { } above; row = above)
        {
            rows.Insert(0, above);
        }

        for (var row = rows[^1]; Neighbour(row, 1) is { } below; row = below)
        {
            rows.Add(below);
        }

        return [.. rows.Select(row => row.Tokens)];
    }

    /// <summary>What a rule found; blank before it has run.</summary>
    public Finding this[string field]
    {
        get => _findings.GetValueOrDefault(field, Finding.Blank);
        set => _findings[field] = value;
    }

    /// <summary>Tokens that some field took.</summary>
    public IReadOnlySet<Token> Claimed(IEnumerable<string> fields)
    {
        var claimed = new HashSet<Token>();
        foreach (var field in fields)
        {
            claimed.UnionWith(this[field].Tokens);
        }

        return claimed;
    }

    private Row? Neighbour(Row row, int step)
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
