using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>Takes back words that look like labels and are not: what the payer wrote (<c>Concepto / terminal</c>, <c>Concepto: recibo de pago</c>), wrapped values, headings.</summary>
internal sealed class TextValues
{
    private const float RightBelow = 2.2f;

    private readonly Page _page;
    private readonly IReadOnlyList<LabelHit> _hits;
    private readonly Dictionary<LabelHit, Zone> _zones;
    private readonly bool _colons;
    private readonly bool _beside;
    private readonly bool _above;

    private TextValues(Page page, IReadOnlyList<LabelHit> hits)
    {
        (_page, _hits) = (page, hits);
        _zones = ZoneBuilder.Zones(page, hits);
        _colons = _zones.Count > 0 && _zones.Keys.Count(hit => hit.HasColon) >= 0.7 * _zones.Count;
        _above = _zones.Values.Count(zone => zone.Right.Count == 0) >= 0.7 * _zones.Count;
        var rows = _zones.Keys.Select(hit => hit.Row).Distinct().ToList();
        _beside = rows.Count(row => row.Segments.Count > 1 && IsLabel(row.Segments[0]) && !IsLabel(row.Segments[1])) >= 0.6 * rows.Count;
    }

    /// <summary>The hits that are labels, and what stands beside those that name a value.</summary>
    public static (IReadOnlyList<LabelHit> Hits, IReadOnlyDictionary<LabelHit, Zone> Zones) Release(Page page, IReadOnlyList<LabelHit> hits)
    {
        var values = new TextValues(page, hits);
        LabelHit[] labels = [.. hits.Where(hit => !values.IsNoLabel(hit))];
        return (labels, labels.Length == hits.Count ? values._zones : ZoneBuilder.Zones(page, labels));
    }

    private bool IsNoLabel(LabelHit hit) =>
        !hit.HasColon && (hit.NamesValue ? IsValue(hit) : hit.Entry.Role == LabelRole.Title && IsPayersText(hit));

    private bool IsValue(LabelHit hit) =>
        (hit.Entry.Phrase.WordCount == 1 && (IsUnderConcept(hit) || IsInConcept(hit) || (_colons && !_zones[hit].Tokens.Any())))
        || (_beside && hit.Segment != hit.Row.Segments[0] && IsLabel(hit.Row.Segments[0]))
        || IsHeading(hit);

    /// <summary>A title right of or right under a text's label that has no other value. Above all other labels such a label may be a heading.</summary>
    private bool IsPayersText(LabelHit title) => _zones.Keys.Any(concept =>
        concept.Entry.IsFreeText
        && _zones[concept].Right.Count == 0
        && (concept.HasColon || _zones.Keys.Any(other => other != concept && other.Row.Index <= concept.Row.Index))
        && (IsRightOf(title, concept) || (IsRightUnder(title, concept) && (concept.HasColon || _above || (HasSiblings(concept) && !HasSiblings(title))))));

    /// <summary>The first word behind a text's label with its colon, in one line with it.</summary>
    private bool IsInConcept(LabelHit hit) => _zones.Keys.Any(concept =>
        concept.Entry.IsFreeText && concept.HasColon && concept.Segment == hit.Segment && _zones[concept].Right.Count == 0 && IsRightOf(hit, concept));

    /// <summary>In the row of a label, with no other label between.</summary>
    private bool IsRightOf(LabelHit title, LabelHit concept) =>
        title.Row == concept.Row
        && title.Box.X0 > concept.Box.X0
        && !_zones.Keys.Any(other => other.Row == title.Row && other.Box.X0 > concept.Box.X0 && other.Box.X0 < title.Box.X0);

    /// <summary>Right under a text's label that has no other value, in a row without further labels.</summary>
    private bool IsUnderConcept(LabelHit hit) => _zones.Keys.Any(concept =>
        concept != hit
        && concept.Entry.IsFreeText
        && _zones[concept].Right.Count == 0
        && IsRightUnder(hit, concept)
        && (concept.HasColon || !_zones[hit].Tokens.Any() || (HasSiblings(concept) && !HasSiblings(hit)) || (_above && _zones[hit].Right.Count > 0)));

    private bool IsRightUnder(LabelHit hit, LabelHit label) =>
        hit.Row.Index == label.Row.Index + 1
        && hit.Row.Box.Y0 - label.Box.Y1 < RightBelow * _page.TextHeight
        && Columns.Aligned(hit.Tokens, label, _page.TextHeight);

    /// <summary>The first line of the page with nothing beside it and no figures below is the page's heading: <c>Detalle</c>.</summary>
    private bool IsHeading(LabelHit hit) =>
        hit.Entry.Phrase.WordCount == 1
        && hit.Row == _page.Rows.FirstOrDefault(row => !row.IsStatusBar)
        && _zones[hit].Right.Count == 0
        && !_zones[hit].Below.Take(1).Any(line => line.Any(token => token.Text.Any(char.IsAsciiDigit)));

    private bool IsLabel(Segment segment) => _hits.Any(hit => hit.Segment == segment || hit.Above == segment);

    private bool HasSiblings(LabelHit hit) => _hits.Any(other => other != hit && other.Row == hit.Row);
}
