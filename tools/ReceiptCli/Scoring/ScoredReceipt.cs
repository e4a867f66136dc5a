using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>One image with its truth and its result.</summary>
internal sealed record ScoredReceipt
{
    /// <summary>The truth.</summary>
    public required Truth Truth { get; init; }

    /// <summary>The result for every key of <see cref="Truth.Keys"/>; all blank when the image could not be read.</summary>
    public required IReadOnlyDictionary<string, string> Actual { get; init; }

    /// <summary>Confidence of each field, 0–1.</summary>
    public required IReadOnlyDictionary<string, double> Confidence { get; init; }

    /// <summary>Whether it was classified as a receipt, with the reason; <see langword="null"/> for an unreadable image.</summary>
    public ReceiptJudgement? Judgement { get; init; }

    /// <summary>The policy's decision; <see langword="null"/> without a policy, or for an unreadable image.</summary>
    public ReceiptDecision? Decision { get; init; }

    public bool TakenForReceipt => Judgement is { ReasonCode: null };

    /// <summary>Time from decoding to fields.</summary>
    public required TimeSpan Time { get; init; }

    public static ScoredReceipt Of(Truth truth, Reading? reading) => Of(truth, reading?.Receipt, reading?.Time ?? TimeSpan.Zero);

    public static ScoredReceipt Of(Truth truth, ExtractedReceipt? receipt, TimeSpan time) => new()
    {
        Truth = truth,
        Actual = Truth.Keys.ToDictionary(key => key, key => Field(receipt, key)?.Value ?? ""),
        Confidence = Truth.Keys.ToDictionary(key => key, key => Field(receipt, key)?.Confidence ?? 0),
        Judgement = receipt?.Judgement,
        Decision = receipt?.Decision,
        Time = time,
    };

    public bool IsRight(string key) => FieldComparison.IsRight(key, Truth[key], Actual[key]);

    /// <summary>Whether a key is printed on the receipt or was returned, so that it can be right or wrong.</summary>
    public bool IsStated(string key) => Truth[key].Length > 0 || Actual[key].Length > 0;

    /// <summary>
    /// The users' rule: reference, amount and origin bank right, and either the document, or the phone with the destination bank. Of the
    /// two alternatives only a printed one counts; when neither is printed, none may be returned.
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
