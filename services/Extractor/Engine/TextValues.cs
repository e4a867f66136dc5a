using Ocr.Contracts;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Engine;

/// <summary>Takes back words that look like a label but are what the payer wrote: <c>Concepto / terminal</c>.</summary>
internal static class TextValues
{
    /// <summary>Hits without those single words that stand right under a text's label and have nothing beside or below themselves.</summary>
    public static IReadOnlyList<LabelHit> Release(Page page, IReadOnlyList<LabelHit> hits)
    {
        var builder = new ZoneBuilder(page, hits);
        var concepts = hits.Where(hit => hit.Entry.Fields.Contains(FieldKeys.Concepto) && !builder.Build(hit).Tokens.Any()).ToList();
        var released = hits.Where(hit => concepts.Exists(concept => IsValueOf(concept, hit, page, builder))).ToHashSet();
        return released.Count == 0 ? hits : [.. hits.Where(hit => !released.Contains(hit))];
    }

    private static bool IsValueOf(LabelHit concept, LabelHit hit, Page page, ZoneBuilder builder) =>
        hit != concept
        && !hit.HasColon
        && hit.Entry.Phrase.WordCount == 1
        && hit.Row.Index == concept.Row.Index + 1
        && hit.Row.Box.Y0 - concept.Box.Y1 < 2.2f * page.TextHeight
        && Columns.Aligned(hit.Tokens, concept, page.TextHeight)
        && (concept.HasColon || !builder.Build(hit).Tokens.Any());
}
