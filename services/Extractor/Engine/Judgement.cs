using Ocr.Contracts;

namespace Ocr.Extractor.Engine;

/// <summary>Evidence that only the whole receipt gives: a reference of a length its app never prints is doubtful.</summary>
internal static class Judgement
{
    private const double OddLength = 0.6;

    /// <summary>A blank field says whether the receipt has it at all.</summary>
    public static ExtractedField Explain(ReceiptContext context, ExtractedField field, string key) =>
        field.Value.Length > 0 ? field
        : field with { Reason = context.HasLabelOf(key) ? "Su etiqueta está en la imagen, pero su valor no se pudo leer" : "No aparece en la imagen" };

    private static ExtractedField Doubt(ExtractedField field, string warning) => field with
    {
        Confidence = Math.Round(field.Confidence * OddLength, 4),
        Warnings = [.. field.Warnings, warning],
    };

    public static void Weigh(ReceiptContext context)
    {
        if (context.App?.App.ReferenceLengths is not { Count: > 0 } lengths)
        {
            return;
        }

        foreach (var key in context.Rules.Rules.Where(rule => rule.LengthByApp).Select(rule => rule.Field))
        {
            var finding = context[key];
            if (!finding.IsBlank && !lengths.Contains(finding.Field.Value.Length))
            {
                context[key] = finding with { Field = Doubt(finding.Field, $"Tiene {finding.Field.Value.Length} dígitos; esta aplicación imprime {string.Join(" o ", lengths)}") };
            }
        }
    }
}
