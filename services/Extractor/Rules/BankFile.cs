using System.Text.Json.Serialization;

namespace Ocr.Extractor.Rules;

/// <summary>The bank table as it is written.</summary>
internal sealed record BankFile
{
    /// <summary>The schema's address, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required IReadOnlyList<Bank> Banks { get; init; }

    /// <summary>Words that follow a bank's name and name no bank: company forms, <c>Banco Universal</c>.</summary>
    public required IReadOnlyList<string> Suffixes { get; init; }

    public required IReadOnlyList<App> Apps { get; init; }
}

/// <summary>One bank.</summary>
internal sealed record Bank
{
    /// <summary>Four digits, as an account starts.</summary>
    public required string Code { get; init; }

    /// <summary>Name as results give it.</summary>
    public required string Output { get; init; }

    /// <summary>Names as receipts print them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names that are common words too: they count only where a bank must stand.</summary>
    public IReadOnlyList<string> CommonAliases { get; init; } = [];

    /// <summary>The bank's own RIF, letter and digits: printed in footers, never a beneficiary's.</summary>
    public string? Rif { get; init; }
}
