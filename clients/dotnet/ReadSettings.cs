namespace Ocr.Client;

/// <summary>Settings of one read.</summary>
public sealed record ReadSettings
{
    /// <summary>Identifies the message: a repeated call gets the same receipt, which is stored once (24 hours). Random by default.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary><c>ultra_rapido</c>, <c>balanced</c> or <c>high_confidence</c>.</summary>
    public string Profile { get; init; } = "ultra_rapido";

    /// <summary>Whether the words have coordinates.</summary>
    public bool IncludeCoordinates { get; init; } = true;

    /// <summary>How long to wait for the result.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);
}
