using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Projection;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Results.Reviews;

/// <summary>Applies corrections to a receipt.</summary>
internal static class Corrections
{
    /// <summary>Applies corrections and returns what changed.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="current">Its current result.</param>
    /// <param name="stated">Valid fields by key; <see langword="null"/> withdraws the correction.</param>
    /// <param name="person">Person or key that makes the change.</param>
    /// <param name="now">Time of the change.</param>
    public static IReadOnlyList<FieldChange> Apply(
        ReceiptIndexRow receipt, ResultRow current, IReadOnlyDictionary<string, ExtractedField?> stated, string person, DateTimeOffset now)
    {
        var document = JsonSerializer.Deserialize<ResultDocument>(current.Document, OcrJson.Options)!;
        var read = ReadValues.Of(document, JsonSerializer.Deserialize<ConsolidatedEntry>(current.Consolidated, OcrJson.Options)!);
        var corrections = CorrectionEntry.Of(receipt).ToDictionary(correction => correction.Field);
        var changes = new List<FieldChange>();
        foreach (var (key, field) in stated)
        {
            var before = corrections.GetValueOrDefault(key)?.Value ?? read[key];
            corrections.Remove(key);
            if (field is not null)
            {
                var currency = key == FieldKeys.Monto && field.Value.Length > 0 ? CurrencyOf(field, read) : null;
                corrections[key] = new CorrectionEntry { Field = key, Read = read[key], Value = field.Value, Currency = currency, Person = person, At = now };
            }

            changes.Add(new FieldChange(key, read[key], before, field?.Value ?? read[key], field is null));
        }

        receipt.Corrections = CorrectionEntry.ToJson([.. FieldKeys.All.Select(corrections.GetValueOrDefault).OfType<CorrectionEntry>()]);
        ReceiptProjection.Apply(receipt, current, read, document.Decision);
        return changes;
    }

    // A number without a unit keeps the currency that was read.
    private static string CurrencyOf(ExtractedField field, ReadValues read) =>
        field.Raw.Any(c => char.IsLetter(c) || c == '$') || read.Currency.Length == 0 ? field.Currency ?? "BS" : read.Currency;
}
