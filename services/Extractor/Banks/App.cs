namespace Ocr.Extractor.Banks;

/// <summary>An app that creates receipts, and the signs by which it is detected when no bank is printed.</summary>
internal sealed record App
{
    public required string Name { get; init; }

    /// <summary>Its bank's code; <see langword="null"/> for wallets.</summary>
    public string? Bank { get; init; }

    /// <summary>Value of <c>canal_pago</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Value of <c>tipo_transaccion</c>; <see langword="null"/> when it depends on the beneficiary's data.</summary>
    public string? Type { get; init; }

    /// <summary>Titles and logo words with their weights; a weight of 3 or more is sufficient alone.</summary>
    public IReadOnlyDictionary<string, double> Phrases { get; init; } = new Dictionary<string, double>();

    /// <summary>Labels that only this app prints together, for receipts with a cropped header.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Minimum number of <see cref="Labels"/>.</summary>
    public int MinLabels { get; init; }

    /// <summary>Possible lengths of its references; others are doubtful.</summary>
    public IReadOnlyList<int> ReferenceLengths { get; init; } = [];
}
