using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Sources;

/// <summary>Finds a value in the unlabeled lines around another one: the bank after a phone whose label is cropped.</summary>
internal sealed class ParagraphSource : ISource
{
    public string Kind => SourceKinds.Paragraph;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var anchor = context[source.From!].Tokens;
        if (anchor.Count == 0 || anchor[0].Segment.Row.Segments.Count > 1 || context.OwnersOf(anchor[0]).Any())
        {
            return null;
        }

        var run = new Run(UnclaimedTokens.For(context, source, context.ParagraphOf(anchor[0])));
        var match = context.Rules.Grammars[source.Grammar!].Find(run, shared: true).FirstOrDefault();
        return match is null ? null : FieldFactory.Create(context, rule, source, run, match, 1);
    }
}
