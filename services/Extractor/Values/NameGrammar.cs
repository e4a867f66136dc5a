using Ocr.Extractor.Banks;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Values;

/// <summary>A person's or company's name: the longest sequence of words without digits and words of banks, before any mail address.</summary>
internal sealed class NameGrammar(BankTable banks) : IValueGrammar
{
    private const int MinLetters = 3;

    public string Name => "name";

    public bool IsNumber => false;

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        List<Token> best = [], current = [];
        foreach (var token in run.Lines.TakeWhile((line, i) => i == 0 || !line.Any(IsMail)).SelectMany(line => line))
        {
            if (IsWord(token.Text) && !banks.IsOfBank(token))
            {
                current.Add(token);
                continue;
            }

            best = Letters(current) > Letters(best) ? current : best;
            current = [];
        }

        best = Letters(current) > Letters(best) ? current : best;
        while (best.Count > 1 && IsDocumentLetter(best[^1]))
        {
            best.RemoveAt(best.Count - 1);
        }

        if (Letters(best) < MinLetters)
        {
            return [];
        }

        var (start, end) = (run.PlaceOf(best[0]).Start, run.PlaceOf(best[^1]).End);
        return [new ValueMatch(start, end, run.Text[start..end].Trim(' ', '\n', '-', ',', ':')) { Quality = 0.9 }];
    }

    private static bool IsWord(string text) =>
        text.All(c => char.IsLetter(c) || c is '.' or ',' or '\'' or '´' or '-') && text.Any(char.IsLetter);

    /// <summary>Whether it is the letter of the document that follows the name.</summary>
    private static bool IsDocumentLetter(Token token) => token.Key is "v" or "e" or "j" or "g" or "p";

    private static bool IsMail(Token token) => token.Text.Contains('@', StringComparison.Ordinal);

    private static int Letters(List<Token> tokens) => tokens.Sum(token => token.Key.Length);
}
