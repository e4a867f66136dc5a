using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>One way of finding a value. Stateless; chosen by the kind a rule names.</summary>
internal interface ISource
{
    string Kind { get; }

    /// <summary>What it finds, or <see langword="null"/>.</summary>
    Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source);
}
