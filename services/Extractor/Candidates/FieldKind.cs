using Ocr.Contracts;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Candidates;

/// <summary>A field for which the model proposes values.</summary>
/// <param name="Field">Key of the field.</param>
/// <param name="Tag">Tag of its tokens.</param>
/// <param name="Grammar">Name of the grammar that parses its value.</param>
/// <param name="IsText">Whether all words count, not only those with digits.</param>
internal sealed record FieldKind(string Field, FieldTag Tag, string Grammar, bool IsText = false)
{
    /// <summary>Fields whose words must be printed on the page. The others are derived from them.</summary>
    public static IReadOnlyList<FieldKind> All { get; } =
    [
        new(FieldKeys.Monto, FieldTag.Amount, "amount"),
        new(FieldKeys.Referencia, FieldTag.Reference, "reference"),
        new(FieldKeys.Telefono, FieldTag.BeneficiaryPhone, "phone"),
        new(FieldKeys.Cedula, FieldTag.BeneficiaryDocument, "document"),
        new(FieldKeys.CuentaOrigen, FieldTag.PayerAccount, "account"),
        new(FieldKeys.CuentaDestino, FieldTag.BeneficiaryAccount, "account"),
        new(FieldKeys.FechaOperacion, FieldTag.Date, "date"),
        new(FieldKeys.HoraOperacion, FieldTag.Time, "time"),
        new(FieldKeys.Concepto, FieldTag.Concept, "text", IsText: true),
        new(RuleSet.BeneficiaryName, FieldTag.BeneficiaryName, "text", IsText: true),
        new(FieldKeys.BancoDestino, FieldTag.BeneficiaryBank, "bank", IsText: true),
        new(FieldKeys.BancoOrigen, FieldTag.PayerBank, "bank", IsText: true),
    ];
}
