using Ocr.Extractor.Banks;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Scoring;

/// <summary>Flags where the bank table and the apps' titles match a page. A flag represents any bank, so that a new entry of the table needs no training.</summary>
internal static class BankFlags
{
    /// <summary>Number of flags per token.</summary>
    public const int Count = 5;

    /// <summary>Returns the flags by <see cref="Token.Order"/>: starts a name, is inside one, is a whole name, is a common word too, is an app's title.</summary>
    public static bool[,] Of(Page page, RuleSet rules)
    {
        var flags = new bool[page.Tokens.Count, Count];
        foreach (var row in page.Rows)
        {
            foreach (var name in rules.Banks.NamesIn(row.Tokens))
            {
                Mark(flags, row, name);
            }

            foreach (var match in rules.AppFinder.FindBest(row.Tokens).Where(match => rules.Apps.Any(app => app.Phrases.ContainsKey(match.Phrase.Key))))
            {
                for (var i = match.Start; i < match.End; i++)
                {
                    flags[row.Tokens[i].Order, 4] = true;
                }
            }
        }

        return flags;
    }

    private static void Mark(bool[,] flags, Row row, BankName name)
    {
        for (var i = name.Match.Start; i < name.Match.End; i++)
        {
            var order = row.Tokens[i].Order;
            flags[order, 0] = i == name.Match.Start;
            flags[order, 1] = i > name.Match.Start;
            flags[order, 2] = name.Match.Count == 1;
            flags[order, 3] = name.Common;
        }
    }
}
