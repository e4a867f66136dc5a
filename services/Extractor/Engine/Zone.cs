using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Engine;

/// <summary>What stands beside a label.</summary>
/// <param name="Right">Lines to the right of it: the same row first.</param>
/// <param name="Below">Lines below it, in its column.</param>
internal sealed record Zone(IReadOnlyList<IReadOnlyList<Token>> Right, IReadOnlyList<IReadOnlyList<Token>> Below)
{
    /// <summary>Tokens that belong to the label: those to its right, else those below it.</summary>
    public IEnumerable<Token> Tokens => (Right.Count > 0 && !OnlyIcon ? Right : Right.Concat(Below)).SelectMany(line => line);

    /// <summary>To the right there is no more than what OCR makes of an icon.</summary>
    public bool OnlyIcon => Right.Count == 1 && Right[0].Sum(token => token.Key.Length) <= 1;
}
