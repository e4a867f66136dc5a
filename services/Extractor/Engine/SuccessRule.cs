using Ocr.Contracts;

namespace Ocr.Extractor.Engine;

/// <summary>What an operator needs to pay out on: reference, amount, payer's bank, and the beneficiary by document or by phone and bank.</summary>
internal static class SuccessRule
{
    private static readonly string[] Always = [FieldKeys.Referencia, FieldKeys.Monto, FieldKeys.BancoOrigen];

    /// <summary>Keys that are wanting; empty when the receipt is complete.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, ExtractedField> fields)
    {
        var missing = Always.Where(key => !Usable(fields[key])).ToList();
        if (!Usable(fields[FieldKeys.Cedula]))
        {
            string[] instead = [FieldKeys.Telefono, FieldKeys.BancoDestino];
            var wanting = instead.Where(key => !Usable(fields[key])).ToList();
            if (wanting.Count > 0)
            {
                missing.Add(FieldKeys.Cedula);
                missing.AddRange(wanting);
            }
        }

        return missing;
    }

    /// <summary>A masked phone is as good as the receipt can give.</summary>
    private static bool Usable(ExtractedField field) => field.Value.Length > 0 && (field.Valid || field.Masked);
}
