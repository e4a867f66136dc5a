using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Labels;

/// <summary>
/// Removes matches of labels that are not labels: text of the payer (<c>Concepto / terminal</c>, <c>Concepto: recibo de pago</c>), wrapped values,
/// headings.
/// </summary>
internal sealed class FalseLabelFilter
{
    private const float RightBelow = 2.2f;

    private readonly Page _page;
    private readonly IReadOnlyList<LabelHit> _hits;
    private readonly Dictionary<LabelHit, ValueRegion> _valueRegions;

    private FalseLabelFilter(Page page, IReadOnlyList<LabelHit> hits)
    {
        (_page, _hits) = (page, hits);
        _valueRegions = ValueRegionBuilder.ValueRegions(page, hits);
    }

    /// <summary>Returns the hits that are labels, and the regions next to those that name a value.</summary>
    public static (IReadOnlyList<LabelHit> Hits, IReadOnlyDictionary<LabelHit, ValueRegion> ValueRegions) Release(Page page, IReadOnlyList<LabelHit> hits)
    {
        var values = new FalseLabelFilter(page, hits);
        LabelHit[] labels = [.. hits.Where(hit => !values.IsNoLabel(hit))];
        return (labels, labels.Length == hits.Count ? values._valueRegions : ValueRegionBuilder.ValueRegions(page, labels));
    }

    private bool IsNoLabel(LabelHit hit) =>
        !hit.HasColon && (hit.NamesValue ? IsValue(hit) : hit.Entry.Role == LabelRole.Title && IsPayersText(hit));

    private bool IsValue(LabelHit hit) =>
        (hit.Entry.Phrase.WordCount == 1 && (IsUnderConcept(hit) || IsInConcept(hit)))
        || IsHeading(hit);

    /// <summary>Whether a title is right of or directly below the label of a free text that has no other value. Such a label above all others may be a heading.</summary>
    private bool IsPayersText(LabelHit title) => _valueRegions.Keys.Any(concept =>
        concept.Entry.IsFreeText
        && _valueRegions[concept].Right.Count == 0
        && (concept.HasColon || _valueRegions.Keys.Any(other => other != concept && other.Row.Index <= concept.Row.Index))
        && (IsRightOf(title, concept) || (IsRightUnder(title, concept) && (concept.HasColon || (HasSiblings(concept) && !HasSiblings(title))))));

    /// <summary>Whether it is the first word after the label of a free text with a colon, in the same line.</summary>
    private bool IsInConcept(LabelHit hit) => _valueRegions.Keys.Any(concept =>
        concept.Entry.IsFreeText && concept.HasColon && concept.Segment == hit.Segment && _valueRegions[concept].Right.Count == 0 && IsRightOf(hit, concept));

    /// <summary>Whether it is in the row of a label, with no other label between.</summary>
    private bool IsRightOf(LabelHit title, LabelHit concept) =>
        title.Row == concept.Row
        && title.Box.X0 > concept.Box.X0
        && !_valueRegions.Keys.Any(other => other.Row == title.Row && other.Box.X0 > concept.Box.X0 && other.Box.X0 < title.Box.X0);

    /// <summary>Whether it is directly below the label of a free text that has no other value, in a row without further labels.</summary>
    private bool IsUnderConcept(LabelHit hit) => _valueRegions.Keys.Any(concept =>
        concept != hit
        && concept.Entry.IsFreeText
        && _valueRegions[concept].Right.Count == 0
        && IsRightUnder(hit, concept)
        && (concept.HasColon || !_valueRegions[hit].Tokens.Any() || (HasSiblings(concept) && !HasSiblings(hit))));

    private bool IsRightUnder(LabelHit hit, LabelHit label) =>
        hit.Row.Index == label.Row.Index + 1
        && hit.Row.Box.Y0 - label.Box.Y1 < RightBelow * _page.TextHeight
        && Columns.Aligned(hit.Tokens, label, _page.TextHeight);

    /// <summary>Whether it is the page's heading (<c>Detalle</c>): the first line, with nothing next to it and no digits below.</summary>
    private bool IsHeading(LabelHit hit) =>
        hit.Entry.Phrase.WordCount == 1
        && hit.Row == _page.Rows.FirstOrDefault(row => !row.IsStatusBar)
        && _valueRegions[hit].Right.Count == 0
        && !_valueRegions[hit].Below.Take(1).Any(line => line.Any(token => token.Text.Any(char.IsAsciiDigit)));

    private bool HasSiblings(LabelHit hit) => _hits.Any(other => other != hit && other.Row == hit.Row);
}
