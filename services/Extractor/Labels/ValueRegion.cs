using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Labels;

/// <summary>The text next to a label.</summary>
/// <param name="Right">Lines to the right of it, the label's own row first.</param>
/// <param name="Below">Lines below it, in its column.</param>
internal sealed record ValueRegion(IReadOnlyList<IReadOnlyList<Token>> Right, IReadOnlyList<IReadOnlyList<Token>> Below)
{
    /// <summary>Tokens that belong to the label: those to its right, or else those below it.</summary>
    public IEnumerable<Token> Tokens => (Right.Count > 0 && !OnlyIcon ? Right : Right.Concat(Below)).SelectMany(line => line);

    /// <summary>Whether the text to the right is at most a misread icon.</summary>
    public bool OnlyIcon => Right.Count == 1 && Right[0].Sum(token => token.Key.Length) <= 1;
}
