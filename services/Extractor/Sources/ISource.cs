using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Sources;

/// <summary>A method of finding a value. Stateless; selected by the kind that a rule names.</summary>
internal interface ISource
{
    string Kind { get; }

    /// <summary>Returns a finding, or <see langword="null"/>.</summary>
    Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source);
}
