namespace Ocr.Extractor.Rules;

/// <summary>An app that makes receipts, and how they are recognised when no bank is printed.</summary>
internal sealed record App
{
    public required string Name { get; init; }

    /// <summary>Its bank's code; <see langword="null"/> for wallets.</summary>
    public string? Bank { get; init; }

    /// <summary>Value of <c>canal_pago</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Value of <c>tipo_transaccion</c>; <see langword="null"/> when the beneficiary's data tell it.</summary>
    public string? Type { get; init; }

    /// <summary>Titles and logo words, with what each is worth; 3 and more is certain by itself.</summary>
    public IReadOnlyDictionary<string, double> Phrases { get; init; } = new Dictionary<string, double>();

    /// <summary>Labels that together are this app's, for receipts whose header is cut away.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>How many of <see cref="Labels"/> must be there.</summary>
    public int MinLabels { get; init; }

    /// <summary>Digits its references have; others are doubtful.</summary>
    public IReadOnlyList<int> ReferenceLengths { get; init; } = [];
}
