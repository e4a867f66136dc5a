using Ocr.Contracts;

namespace Ocr.Extractor.Engine;

/// <summary>Whether the words look like a payment receipt at all: points for what receipts have, four of them are enough.</summary>
internal static class ReceiptScore
{
    private const int Enough = 4;
    private const int ShortestReference = 5;

    public static bool IsReceipt(ReceiptContext context) => Of(context) >= Enough;

    public static int Of(ReceiptContext context)
    {
        var successes = context.Hits.Count(hit => context.Rules.Vocabulary.Successes.Contains(hit.Entry.Phrase.Key));
        var failures = context.Hits.Count(hit => context.Rules.Vocabulary.Failures.Contains(hit.Entry.Phrase.Key));
        return (successes > 0 ? 4 : 0)
            + (context[FieldKeys.Referencia].Field.Value.Length >= ShortestReference ? 3 : 0)
            + (context[FieldKeys.Telefono].IsBlank ? 0 : 2)
            + (context[FieldKeys.Cedula].IsBlank ? 0 : 2)
            + (context[FieldKeys.BancoOrigen].IsBlank && context[FieldKeys.BancoDestino].IsBlank ? 0 : 1)
            + (context[FieldKeys.Monto].IsBlank ? 0 : 1)
            - (failures > 0 ? 5 : 0);
    }
}
