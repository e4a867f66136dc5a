using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Sources;

/// <summary>Copies the value of another field.</summary>
internal sealed class CopySource : ISource
{
    public string Kind => SourceKinds.Copy;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var other = context[source.From!];
        return other.IsBlank ? null : other with
        {
            Field = other.Field with { Rule = source.Name, Confidence = Math.Round(other.Field.Confidence * source.Weight, 4) },
        };
    }
}
