using Ocr.Contracts;

namespace Ocr.Extractor.Engine;

/// <summary>Evidence that only the whole receipt gives: a reference of a length its app never prints is doubtful.</summary>
internal static class Judgement
{
    private const double OddLength = 0.6;

    private static readonly string[] References = [FieldKeys.Referencia, FieldKeys.NumeroOperacion, FieldKeys.ComprobantePago];

    public static void Weigh(ReceiptContext context)
    {
        if (context.App?.App.ReferenceLengths is not { Count: > 0 } lengths)
        {
            return;
        }

        foreach (var key in References)
        {
            var finding = context[key];
            if (!finding.IsBlank && !lengths.Contains(finding.Field.Value.Length))
            {
                context[key] = finding with { Field = finding.Field with { Confidence = Math.Round(finding.Field.Confidence * OddLength, 4) } };
            }
        }
    }
}
