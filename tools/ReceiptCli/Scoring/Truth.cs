using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>What one image really says (<c>docs/fields.md</c>, "Truth files").</summary>
/// <param name="File">Name of the image, beside <c>truth.json</c>.</param>
/// <param name="Layout">The bank's screen and its variant.</param>
/// <param name="Fields">The sixteen keys.</param>
/// <param name="BeneficiaryName">The beneficiary's printed name, blank when there is none.</param>
internal sealed record Truth(string File, string Layout, IReadOnlyDictionary<string, string> Fields, string BeneficiaryName)
{
    /// <summary>Key under which the beneficiary's name is scored, after the sixteen.</summary>
    public const string NameKey = "nombre_beneficiario";

    /// <summary>Everything that is scored.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. FieldKeys.All, NameKey];

    /// <summary>The true value of a key.</summary>
    public string this[string key] => key == NameKey ? BeneficiaryName : Fields[key];
}
