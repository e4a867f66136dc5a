using Ocr.Extractor.Context;
using Ocr.Extractor.Labels;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Sources;

/// <summary>Finds a value printed next to the same label as another one: the time after the date.</summary>
internal sealed class BesideSource : ISource
{
    public string Kind => SourceKinds.Beside;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var anchor = context[source.From!].Tokens;
        if (anchor.Count == 0)
        {
            return null;
        }

        var last = anchor[^1];
        var owner = context.OwnersOf(last).FirstOrDefault();
        IReadOnlyList<IReadOnlyList<Token>> lines = owner is null ? [[.. last.Segment.Tokens]] : Lines(context.ValueRegionOf(owner), last);
        var run = new Run(lines, joined: true);
        var match = context.Rules.Grammars[source.Grammar!].Find(run, shared: true).FirstOrDefault();
        return match is null ? null : FieldFactory.Create(context, rule, source, run, match, 1);
    }

    private static IReadOnlyList<IReadOnlyList<Token>> Lines(ValueRegion region, Token token) =>
        region.Right.Any(line => line.Contains(token)) ? region.Right : region.Below;
}
