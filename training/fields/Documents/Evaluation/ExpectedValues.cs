using System.Globalization;
using Ocr.Contracts;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;

namespace Ocr.FieldDocuments.Evaluation;

/// <summary>The printed values of a document by field. Banks are codes, documents are digits, times are hours and minutes. Masked phones and banks without an entry in the table are excluded.</summary>
internal static class ExpectedValues
{
    private static readonly (string Field, FieldTag Tag)[] Fields =
    [
        (FieldKeys.Monto, FieldTag.Amount), (FieldKeys.Referencia, FieldTag.Reference), (FieldKeys.Telefono, FieldTag.BeneficiaryPhone),
        (FieldKeys.Cedula, FieldTag.BeneficiaryDocument), (FieldKeys.BancoOrigen, FieldTag.PayerBank), (FieldKeys.BancoDestino, FieldTag.BeneficiaryBank),
        (FieldKeys.FechaOperacion, FieldTag.Date), (FieldKeys.HoraOperacion, FieldTag.Time), (FieldKeys.Concepto, FieldTag.Concept),
        (RuleSet.BeneficiaryName, FieldTag.BeneficiaryName),
    ];

    /// <summary>Returns the tag of a field's words.</summary>
    public static FieldTag TagOf(string field) => Fields.First(item => item.Field == field).Tag;

    public static IReadOnlyDictionary<string, string> Of(Facts facts, IReadOnlyList<Placed> words)
    {
        var truth = new Dictionary<string, string>();
        foreach (var (field, tag) in Fields)
        {
            var printed = words.Where(word => word.Tag == tag).ToList();
            if (printed.Count > 0 && Value(facts, field, printed) is { } value)
            {
                truth[field] = value;
            }
        }

        if (words.Any(word => word.Tag == FieldTag.PayerAccount && word.Text.StartsWith(facts.Payer.Bank.Code, StringComparison.Ordinal)) && Code(facts.Payer.Bank) is { } code)
        {
            truth[FieldKeys.BancoOrigen] = code;
        }

        return truth;
    }

    /// <summary>Returns an extracted field in the form of <see cref="Of"/>.</summary>
    public static string Read(string field, ExtractedField read) => field switch
    {
        FieldKeys.BancoOrigen or FieldKeys.BancoDestino => read.Prefix ?? "",
        FieldKeys.Cedula => string.Concat(read.Value.Where(char.IsAsciiDigit)),
        FieldKeys.HoraOperacion => read.Value.Length >= 5 ? read.Value[..5] : read.Value,
        _ => read.Value,
    };

    /// <summary>Whether a value is right; a document may include its check digit.</summary>
    public static bool IsRight(string field, string expected, string read) =>
        field == FieldKeys.Cedula ? read.TrimStart('0').StartsWith(expected[..^(expected.Length == 9 ? 1 : 0)], StringComparison.Ordinal) && read.Length <= expected.Length + 2 : expected == read;

    private static string? Value(Facts facts, string field, List<Placed> printed) => field switch
    {
        FieldKeys.Monto => facts.Amount.ToString("0.00", CultureInfo.InvariantCulture),
        FieldKeys.Referencia => facts.Reference,
        FieldKeys.Telefono => printed.Exists(word => word.Text.AsSpan().ContainsAny("*.")) ? null : facts.Beneficiary.Phone,
        FieldKeys.Cedula => facts.Beneficiary.Document,
        FieldKeys.BancoOrigen => Code(facts.Payer.Bank),
        FieldKeys.BancoDestino => Code(facts.Beneficiary.Bank),
        FieldKeys.FechaOperacion => facts.When.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        FieldKeys.HoraOperacion => facts.When.ToString("HH:mm", CultureInfo.InvariantCulture),
        FieldKeys.Concepto => facts.Concept,
        _ => facts.Beneficiary.Name,
    };

    private static string? Code(DocumentBank bank) => bank.Code.StartsWith("09", StringComparison.Ordinal) ? null : bank.Code;
}
