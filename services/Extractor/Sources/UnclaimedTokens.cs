using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Sources;

/// <summary>Removes tokens of other fields from a value's lines: a name must not contain them, and a masked phone is not an account.</summary>
internal static class UnclaimedTokens
{
    public static IEnumerable<IReadOnlyList<Token>> For(ReceiptContext context, SourceRule source, IReadOnlyList<IReadOnlyList<Token>> lines)
    {
        if (source.Without.Count == 0)
        {
            return lines;
        }

        var claimed = context.Claimed(source.Without);
        return lines.Select(line => (IReadOnlyList<Token>)[.. line.Where(token => !claimed.Contains(token))]).Where(line => line.Count > 0);
    }
}
