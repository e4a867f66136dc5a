using Ocr.Extractor.Context;
using Ocr.Extractor.Labels;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Sources;

/// <summary>Finds values next to labels. Tries every label of the source that is on the page, the more specific first.</summary>
internal sealed class LabelSource : ISource
{
    public string Kind => SourceKinds.Label;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        Finding? doubtful = null;
        foreach (var found in All(context, rule, source))
        {
            if (found.IsUsable)
            {
                return found;
            }

            doubtful ??= found;
        }

        return doubtful;
    }

    /// <summary>Returns the value next to each label of the source, those of the more specific labels first.</summary>
    public static IEnumerable<Finding> All(ReceiptContext context, FieldRule rule, SourceRule source) => Hits(context, source)
        .Select(item => source.Directions.Select(direction => Beside(context, rule, source, item.Hit, item.Shared, direction)).FirstOrDefault(finding => finding is not null))
        .OfType<Finding>();

    private static IEnumerable<(LabelHit Hit, bool Shared)> Hits(ReceiptContext context, SourceRule source)
    {
        foreach (var (keys, shared) in ((IReadOnlyList<string>, bool)[])[(source.LabelKeys, false), (source.SharedLabelKeys, true)])
        {
            foreach (var key in keys)
            {
                foreach (var hit in context.HitsOf(key).Where(hit => context.InRegion(hit.Row, source)))
                {
                    yield return (hit, shared);
                }
            }
        }
    }

    private static Finding? Beside(ReceiptContext context, FieldRule rule, SourceRule source, LabelHit hit, bool shared, string direction)
    {
        var region = context.ValueRegionOf(hit);
        var lines = direction == "right" ? region.Right : region.Below;
        if (lines.Count == 0 || IsOutOfReach(context, source, hit, lines[0], direction))
        {
            return null;
        }

        IReadOnlyList<Token>[] value = [.. UnclaimedTokens.For(context, source, lines).Take(source.Lines)];
        var grammar = context.Rules.Grammars[source.Grammar!];
        var joined = grammar.IsNumber ? new Run(value, joined: true) : null;
        if (joined is { IsJoined: true } && Best(grammar, joined, shared) is { Problem: null } whole)
        {
            return Create(joined, whole);
        }

        var run = joined is { IsJoined: false } ? joined : new Run(value);
        return Best(grammar, run, shared) is { } match ? Create(run, match) : null;

        Finding Create(Run place, ValueMatch match) =>
            FieldFactory.Create(context, rule, source, place, match, hit.Likeness) with { IsSpecific = !shared && hit.Likeness >= 1 && hit.Entry.Phrase.WordCount > 1 };
    }

    private static bool IsOutOfReach(ReceiptContext context, SourceRule source, LabelHit hit, IReadOnlyList<Token> line, string direction)
    {
        var (distance, reach) = direction == "right"
            ? (line[0].Box.X0 - hit.Box.X1, source.ReachRight)
            : (line.Min(token => token.Box.Y0) - hit.Box.Y1, source.Reach);
        return distance > reach * context.Page.TextHeight;
    }

    private static ValueMatch? Best(IValueGrammar grammar, Run run, bool shared)
    {
        if (run.Text.Length == 0)
        {
            return null;
        }

        ValueMatch? first = null;
        foreach (var match in grammar.Find(run, shared))
        {
            if (match.Problem is null)
            {
                return match;
            }

            first ??= match;
        }

        return first ?? (shared ? null : grammar.AsRead(run));
    }
}
