using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Values beside labels. Every label of the source that is on the page is tried, the more telling first.</summary>
internal sealed class LabelSource : ISource
{
    public string Kind => SourceKinds.Label;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        Finding? doubtful = null;
        foreach (var (hit, shared) in Hits(context, source))
        {
            var found = source.Directions
                .Select(direction => Beside(context, rule, source, hit, shared, direction))
                .FirstOrDefault(finding => finding is not null);
            if (found is { Field: { Valid: true } or { Masked: true } })
            {
                return found;
            }

            doubtful ??= found;
        }

        return doubtful;
    }

    private static IEnumerable<(LabelHit Hit, bool Shared)> Hits(ReceiptContext context, SourceRule source)
    {
        foreach (var (keys, shared) in ((IReadOnlyList<string>, bool)[])[(source.LabelKeys, false), (source.SharedLabelKeys, true)])
        {
            foreach (var key in keys)
            {
                foreach (var hit in context.HitsOf(key))
                {
                    yield return (hit, shared);
                }
            }
        }
    }

    private static Finding? Beside(ReceiptContext context, FieldRule rule, SourceRule source, LabelHit hit, bool shared, string direction)
    {
        var zone = context.ZoneOf(hit);
        var lines = direction == "right" ? zone.Right : zone.Below;
        if (lines.Count == 0 || (direction == "below" && lines[0].Min(token => token.Box.Y0) - hit.Box.Y1 > source.Reach * context.Page.TextHeight))
        {
            return null;
        }

        var run = new Run(Leftover.For(context, rule, lines).Take(source.Lines));
        if (run.Text.Length == 0)
        {
            return null;
        }

        var grammar = context.Rules.Grammars[source.Grammar!];
        var matches = grammar.Find(run, shared).ToList();
        var match = matches.Find(match => match.Problem is null) ?? matches.FirstOrDefault() ?? (shared ? null : grammar.AsRead(run));
        return match is null ? null : FieldFactory.Create(rule, source, run, match, hit.Likeness);
    }
}
