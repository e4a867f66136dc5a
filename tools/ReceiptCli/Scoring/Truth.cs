using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>The true contents of one image (<c>docs/fields.md</c>, "Truth files").</summary>
/// <param name="File">Name of the image, next to <c>truth.json</c>.</param>
/// <param name="Layout">The bank's screen and its variant.</param>
/// <param name="Fields">The sixteen keys.</param>
/// <param name="BeneficiaryName">The beneficiary's printed name, blank when there is none.</param>
internal sealed record Truth(string File, string Layout, IReadOnlyDictionary<string, string> Fields, string BeneficiaryName)
{
    /// <summary>State of the payment, one of <see cref="PaymentStates"/>.</summary>
    public string State { get; init; } = PaymentStates.Done;

    /// <summary>Whether it shows a completed payment, the only kind that may be accepted.</summary>
    public bool IsPaid => State == PaymentStates.Done && Fields[FieldKeys.Monto].Length > 0;

    /// <summary>Whether it shows all that a person would pay out on: a completed payment, its reference, the payer's bank and the beneficiary.</summary>
    public bool IsWhole => IsPaid && Fields[FieldKeys.Referencia].Length > 0 && Fields[FieldKeys.BancoOrigen].Length > 0
        && (Fields[FieldKeys.Cedula].Length > 0 || (Fields[FieldKeys.Telefono].Length > 0 && Fields[FieldKeys.BancoDestino].Length > 0));

    /// <summary>Key under which the beneficiary's name is scored, after the sixteen.</summary>
    public const string NameKey = "nombre_beneficiario";

    /// <summary>All scored keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. FieldKeys.All, NameKey];

    /// <summary>The true value of a key.</summary>
    public string this[string key] => key == NameKey ? BeneficiaryName : Fields[key];
}
