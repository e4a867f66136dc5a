using Ocr.Contracts;
using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Sets the currency of an amount that is printed without a unit: its label or a label of the currency states it (<c>Monto (USD)</c>, <c>Moneda: USD</c>).</summary>
internal static class StatedCurrency
{
    /// <summary>Corrects the currency of the amount.</summary>
    public static void Apply(ReceiptContext context)
    {
        var amount = context[FieldKeys.Monto];
        if (amount.Tokens.Count > 0 && !HasUnit(amount.Field) && (OfLabel(context, amount.Tokens[0]) ?? OfPage(context)) is { } currency)
        {
            context[FieldKeys.Monto] = amount with { Field = amount.Field with { Currency = currency } };
        }
    }

    private static bool HasUnit(ExtractedField amount) => amount.Raw?.Any(c => char.IsLetter(c) || c is '$' or '€') == true;

    /// <summary>Returns the currency in the words of the amount's label: by the rules, left of it in its row, or directly above it.</summary>
    private static string? OfLabel(ReceiptContext context, Token amount)
    {
        var own = context.OwnersOf(amount).Where(hit => hit.Entry.Fields.Contains(FieldKeys.Monto)).ToList();
        var row = amount.Segment.Row;
        var left = row.Tokens.TakeWhile(token => token != amount).ToList();
        IEnumerable<Token> words = own.Count > 0 ? own.SelectMany(hit => hit.Segment.Tokens).TakeWhile(token => token != amount)
            : left.Exists(token => token.Key.Any(char.IsLetter)) ? left
            : context.Page.Rows.ElementAtOrDefault(row.Index - 1)?.Segments.Where(segment => segment.Box.OverlapX(amount.Box) > 0).SelectMany(segment => segment.Tokens) ?? [];
        return First(words);
    }

    private static string? OfPage(ReceiptContext context) =>
        First(context.Rules.CurrencyLabels.SelectMany(context.HitsOf).SelectMany(hit => context.ValueRegionOf(hit).Tokens));

    private static string? First(IEnumerable<Token> words) =>
        words.Select(token => AmountGrammar.CurrencyOf(token.Text)).FirstOrDefault(currency => currency is not null);
}
