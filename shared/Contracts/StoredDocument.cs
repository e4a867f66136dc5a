namespace Ocr.Contracts;

/// <summary>Response of Results to <see cref="GetDocument"/>.</summary>
public sealed record StoredDocument
{
    /// <summary>The individual JSON; <see langword="null"/> when no result of this receipt is stored.</summary>
    public string? Json { get; init; }
}
