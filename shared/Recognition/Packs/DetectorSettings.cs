namespace Ocr.Recognition.Packs;

/// <summary>The manifest's <c>detector</c>; <c>models/manifest.schema.json</c> says what each member means.</summary>
internal sealed record DetectorSettings
{
    /// <summary>ONNX file beside the manifest.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the input tensor, [N,1,H,W].</summary>
    public required string Input { get; init; }

    /// <summary>Name of the output tensor, [N,1,H/OutputStride,W/OutputStride] logits.</summary>
    public required string Output { get; init; }

    /// <summary>H and W are multiples of this.</summary>
    public required int Stride { get; init; }

    /// <summary>Input pixels a side of one output cell.</summary>
    public required int OutputStride { get; init; }

    /// <summary>Page widths in pixels; the first is the default, the others second looks.</summary>
    public required IReadOnlyList<int> TargetWidths { get; init; }

    /// <summary>Longest side of a scaled page, pixels.</summary>
    public required int MaxSide { get; init; }

    /// <summary>Mean of grey / 255.</summary>
    public required double Mean { get; init; }

    /// <summary>Divisor of grey / 255 less the mean.</summary>
    public required double Std { get; init; }

    /// <summary>Probability from which a cell is text.</summary>
    public required double Threshold { get; init; }

    /// <summary>Least mean probability of a box.</summary>
    public required double BoxThreshold { get; init; }

    /// <summary>Part of a component's height by which its rectangle grows on each side.</summary>
    public required double UnclipRatio { get; init; }

    /// <summary>Least height of a grown box, input pixels.</summary>
    public required double MinHeight { get; init; }
}
