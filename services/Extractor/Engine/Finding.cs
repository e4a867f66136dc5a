using Ocr.Contracts;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Engine;

/// <summary>A field's result together with the tokens it took.</summary>
internal sealed record Finding(ExtractedField Field, IReadOnlyList<Token> Tokens)
{
    public static Finding Blank { get; } = new(new ExtractedField { Value = "" }, []);

    public bool IsBlank => Field.Value.Length == 0;
}
