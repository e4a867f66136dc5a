using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Candidates;

/// <summary>A possible value of a field: the result of a grammar for some tokens, and the likelihood that they belong to the field.</summary>
/// <param name="Field">Key of the field.</param>
/// <param name="Finding">The validated value; its confidence is computed from its words, without the model.</param>
/// <param name="Likelihood">The model's probability, 0–1.</param>
internal sealed record Candidate(string Field, Finding Finding, double Likelihood)
{
    public IReadOnlyList<Token> Tokens => Finding.Tokens;

    public string Value => Finding.Field.Value;
}
