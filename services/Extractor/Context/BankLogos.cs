using Ocr.Extractor.Banks;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Context;

/// <summary>Finds the logos of banks: their names above the first label.</summary>
internal static class BankLogos
{
    /// <summary>Returns the banks named above the first label.</summary>
    public static IEnumerable<(IReadOnlyList<Token> Tokens, Bank Bank, double Likeness)> In(ReceiptContext context)
    {
        Token[] tokens = [.. context.Page.Rows.TakeWhile(row => row.Index < context.FirstLabelRow)
            .Where(row => !row.IsStatusBar && !context.ParagraphOf(row.Segments[0].Tokens[0]).Any(line => line.Any(IsNumber)))
            .SelectMany(row => row.Tokens)];
        foreach (var name in context.Rules.Banks.NamesIn(tokens))
        {
            Token[] words = [.. tokens.Skip(name.Match.Start).Take(name.Match.Count)];
            if (!name.Common || words[0].Segment.Row.Tokens.Count == words.Length)
            {
                yield return (words, name.Bank, name.Match.Likeness);
            }
        }
    }

    /// <summary>Whether it is part of a phone, document or reference: the name next to it is a beneficiary, not a logo.</summary>
    private static bool IsNumber(Token token) => token.Text.Count(char.IsAsciiDigit) > 5;
}
