using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Tests;

/// <summary>Scored receipts with a few fields; the others are blank.</summary>
internal static class Sample
{
    public static readonly (string Key, string Value)[] Printed =
    [
        (FieldKeys.Monto, "10.00"), (FieldKeys.Referencia, "000111222"), (FieldKeys.BancoOrigen, "BANESCO"),
        (FieldKeys.BancoDestino, "BANCAMIGA"), (FieldKeys.Telefono, "04140000001"), (FieldKeys.Cedula, "V-12345678"),
    ];

    public static Truth Truth(string file, string layout, params (string Key, string Value)[] fields) =>
        new(file, layout, FieldKeys.All.ToDictionary(key => key, key => Value(fields, key)), "");

    /// <summary>A receipt that prints <paramref name="truth"/> and was read like that, except for <paramref name="changes"/>.</summary>
    public static ScoredReceipt Receipt(Truth truth, params (string Key, string Value)[] changes) => new()
    {
        Truth = truth,
        Actual = Scoring.Truth.Keys.ToDictionary(
            key => key, key => changes.Any(change => change.Key == key) ? Value(changes, key) : truth[key]),
        Confidence = Scoring.Truth.Keys.ToDictionary(key => key, _ => 1.0),
        Time = TimeSpan.FromSeconds(0.1),
    };

    private static string Value((string Key, string Value)[] fields, string key) =>
        fields.FirstOrDefault(field => field.Key == key).Value ?? "";
}
