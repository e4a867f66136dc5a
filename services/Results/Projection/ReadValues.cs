using Ocr.Contracts;
using Ocr.Results.Documents;

namespace Ocr.Results.Projection;

/// <summary>Values of one reading of a receipt, from the message or from its stored documents.</summary>
internal sealed record ReadValues
{
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Fields with a usable value: valid, or masked on the receipt.</summary>
    public required IReadOnlySet<string> Usable { get; init; }

    public required IReadOnlyList<FieldDoubt> Doubts { get; init; }

    public required string Currency { get; init; }

    public required string Beneficiary { get; init; }

    public ReceiptValidation? Validation { get; init; }

    public string? Error { get; init; }

    public string this[string key] => Fields.GetValueOrDefault(key, "");

    public static ReadValues Of(CompletedReceipt completed) => new()
    {
        Fields = FieldKeys.All.ToDictionary(key => key, completed.Value),
        Usable = FieldKeys.All.Where(key => completed.Field(key) is { Value.Length: > 0 } field && (field.Valid || field.Masked)).ToHashSet(),
        Doubts = [.. FieldKeys.All.SelectMany(key => DoubtsOf(key, completed.Value(key), completed.Field(key).Valid, completed.Field(key).Reason, completed.Field(key).Warnings))],
        Currency = completed.Currency,
        Beneficiary = EntryWriter.Name(completed),
        Validation = ReceiptValidation.Of(completed),
        Error = completed.Error?.Message,
    };

    public static ReadValues Of(ResultDocument document, ConsolidatedEntry entry)
    {
        FieldValidation? JudgementOf(string key) => document.Validation.GetValueOrDefault(key == FieldKeys.FechaOperacion ? DocumentWriter.Date : key);
        string Value(string key) => document.Fields.GetValueOrDefault(key, "");
        return new ReadValues
        {
            Fields = document.Fields,
            Usable = FieldKeys.All.Where(key => Value(key).Length > 0 && JudgementOf(key) is { } field && (field.Valid || field.Masked)).ToHashSet(),
            Doubts = [.. FieldKeys.All.SelectMany(key => JudgementOf(key) is { } field ? DoubtsOf(key, Value(key), field.Valid, field.Reason, field.Warnings ?? []) : [])],
            Currency = document.Currency ?? "",
            Beneficiary = entry.Beneficiary.Name,
            Validation = document.ReceiptValidation,
            Error = entry.Error?.Message,
        };
    }

    private static IEnumerable<FieldDoubt> DoubtsOf(string key, string value, bool valid, string? reason, IReadOnlyList<string> warnings) =>
        value.Length == 0 ? []
        : (valid || reason is null ? [] : new[] { new FieldDoubt(key, reason) }).Concat(warnings.Select(warning => new FieldDoubt(key, warning)));
}
