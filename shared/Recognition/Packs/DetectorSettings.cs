namespace Ocr.Recognition.Packs;

/// <summary>The manifest's <c>detector</c>; <c>models/manifest.schema.json</c> documents each member.</summary>
internal sealed record DetectorSettings
{
    /// <summary>Name of the ONNX file next to the manifest.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the input tensor, [N,1,H,W].</summary>
    public required string Input { get; init; }

    /// <summary>Name of the output tensor, [N,1,H/OutputStride,W/OutputStride] logits.</summary>
    public required string Output { get; init; }

    /// <summary>H and W are multiples of this.</summary>
    public required int Stride { get; init; }

    /// <summary>Input pixels per output cell along each axis.</summary>
    public required int OutputStride { get; init; }

    /// <summary>Page widths in pixels; the first is the default, the others are for second passes.</summary>
    public required IReadOnlyList<int> TargetWidths { get; init; }

    /// <summary>Longest side of a scaled page, pixels.</summary>
    public required int MaxSide { get; init; }

    /// <summary>Mean of gray / 255.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of gray / 255.</summary>
    public required double Std { get; init; }

    /// <summary>Minimum probability of a text cell.</summary>
    public required double Threshold { get; init; }

    /// <summary>Minimum mean probability of a box.</summary>
    public required double BoxThreshold { get; init; }

    /// <summary>Fraction of a component's height by which its rectangle is expanded on each side.</summary>
    public required double UnclipRatio { get; init; }

    /// <summary>Minimum height of an expanded box, input pixels.</summary>
    public required double MinHeight { get; init; }
}
