using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>One image held against its truth.</summary>
internal sealed record ScoredReceipt
{
    /// <summary>What it says.</summary>
    public required Truth Truth { get; init; }

    /// <summary>What was read, for every key of <see cref="Truth.Keys"/>; all blank when the image could not be read.</summary>
    public required IReadOnlyDictionary<string, string> Actual { get; init; }

    /// <summary>How sure each of them is, 0–1.</summary>
    public required IReadOnlyDictionary<string, double> Confidence { get; init; }

    /// <summary>Whether it was taken for a payment receipt, and why not; <see langword="null"/> for an image that cannot be read.</summary>
    public ReceiptJudgement? Judgement { get; init; }

    public bool TakenForReceipt => Judgement is { ReasonCode: null };

    /// <summary>Decoding to fields.</summary>
    public required TimeSpan Time { get; init; }

    public static ScoredReceipt Of(Truth truth, Reading? reading) => Of(truth, reading?.Receipt, reading?.Time ?? TimeSpan.Zero);

    public static ScoredReceipt Of(Truth truth, ExtractedReceipt? receipt, TimeSpan time) => new()
    {
        Truth = truth,
        Actual = Truth.Keys.ToDictionary(key => key, key => Field(receipt, key)?.Value ?? ""),
        Confidence = Truth.Keys.ToDictionary(key => key, key => Field(receipt, key)?.Confidence ?? 0),
        Judgement = receipt?.Judgement,
        Time = time,
    };

    public bool IsRight(string key) => FieldComparison.IsRight(key, Truth[key], Actual[key]);

    /// <summary>Whether a key is printed on the receipt or was claimed to be: what can be right or wrong at all.</summary>
    public bool IsStated(string key) => Truth[key].Length > 0 || Actual[key].Length > 0;

    /// <summary>
    /// The users' rule: reference, amount and origin bank right, and either the document, or the phone with the destination bank. Of the
    /// two alternatives only one that the receipt prints counts; where it prints neither, none may be claimed.
    /// </summary>
    public bool Succeeds =>
        IsRight(FieldKeys.Referencia) && IsRight(FieldKeys.Monto) && IsRight(FieldKeys.BancoOrigen) && IdentifiesBeneficiary;

    private bool IdentifiesBeneficiary => (Truth[FieldKeys.Cedula].Length > 0, Truth[FieldKeys.Telefono].Length > 0) switch
    {
        (true, true) => IsRight(FieldKeys.Cedula) || PhoneAndBank,
        (true, false) => IsRight(FieldKeys.Cedula),
        (false, true) => PhoneAndBank,
        (false, false) => IsRight(FieldKeys.Cedula) && PhoneAndBank,
    };

    private bool PhoneAndBank => IsRight(FieldKeys.Telefono) && IsRight(FieldKeys.BancoDestino);

    private static ExtractedField? Field(ExtractedReceipt? receipt, string key) =>
        key == Truth.NameKey ? receipt?.BeneficiaryName : receipt?.Fields[key];
}
