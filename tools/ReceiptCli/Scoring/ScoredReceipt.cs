using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>One image held against its truth.</summary>
internal sealed record ScoredReceipt
{
    /// <summary>What it says.</summary>
    public required Truth Truth { get; init; }

    /// <summary>What was read, for every key of <see cref="Truth.Keys"/>; all blank when the image could not be read.</summary>
    public required IReadOnlyDictionary<string, string> Actual { get; init; }

    /// <summary>Whether it was taken for a payment receipt, and why not; <see langword="null"/> for an image that cannot be read.</summary>
    public ReceiptJudgement? Judgement { get; init; }

    public bool TakenForReceipt => Judgement is { ReasonCode: null };

    /// <summary>Decoding to fields.</summary>
    public required TimeSpan Time { get; init; }

    public static ScoredReceipt Of(Truth truth, Reading? reading) => new()
    {
        Truth = truth,
        Actual = Truth.Keys.ToDictionary(key => key, key => Value(reading?.Receipt, key)),
        Judgement = reading?.Receipt.Judgement,
        Time = reading?.Time ?? TimeSpan.Zero,
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

    private static string Value(ExtractedReceipt? receipt, string key) => receipt switch
    {
        null => "",
        _ when key == Truth.NameKey => receipt.BeneficiaryName.Value,
        _ => receipt.Fields[key].Value,
    };
}
