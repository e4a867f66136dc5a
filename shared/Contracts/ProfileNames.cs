namespace Ocr.Contracts;

/// <summary>Names of the recognition profiles, in the API and in messages.</summary>
public static class ProfileNames
{
    /// <summary>The fastest profile. It is the default of the API, and uploads are read ahead with it.</summary>
    public const string UltraRapido = "ultra_rapido";

    /// <summary>More time for receipts that the fastest profile may misread.</summary>
    public const string Balanced = "balanced";

    /// <summary>The most time.</summary>
    public const string HighConfidence = "high_confidence";

    /// <summary>All names, the fastest profile first.</summary>
    public static IReadOnlyList<string> All { get; } = [UltraRapido, Balanced, HighConfidence];
}
