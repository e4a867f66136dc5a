using Ocr.Contracts;

namespace Ocr.Extractor.Decision;

/// <summary>One finding of the policy on a receipt.</summary>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="Reason">Its reason.</param>
internal sealed record PolicyFinding(string Verdict, DecisionReason Reason)
{
    /// <summary>0 for the most lenient verdict.</summary>
    public int Strictness => Verdicts.Strictness(Verdict);
}
