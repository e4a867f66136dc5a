using System.Text.Json.Serialization;

namespace Ocr.Extractor.Banks;

/// <summary>The JSON of the bank table.</summary>
internal sealed record BankFile
{
    /// <summary>The schema's address, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required IReadOnlyList<Bank> Banks { get; init; }

    /// <summary>Words after a bank's name that do not identify a bank: company forms, <c>Banco Universal</c>.</summary>
    public required IReadOnlyList<string> Suffixes { get; init; }

    public required IReadOnlyList<App> Apps { get; init; }
}

/// <summary>One bank.</summary>
internal sealed record Bank
{
    /// <summary>The first four digits of its accounts.</summary>
    public required string Code { get; init; }

    /// <summary>Name in results.</summary>
    public required string Output { get; init; }

    /// <summary>Names on receipts.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names that are common words too: they count only where a bank is expected.</summary>
    public IReadOnlyList<string> CommonAliases { get; init; } = [];

    /// <summary>The bank's own RIF, letter and digits: printed in footers, never a beneficiary's.</summary>
    public string? Rif { get; init; }
}
