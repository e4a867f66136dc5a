using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>What of a value's lines a source may use: a name is what the other fields leave, and a masked phone is no account.</summary>
internal static class Leftover
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
