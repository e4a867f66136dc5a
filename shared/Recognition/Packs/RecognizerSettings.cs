namespace Ocr.Recognition.Packs;

/// <summary>The manifest's <c>recognizer</c>; <c>models/manifest.schema.json</c> says what each member means.</summary>
internal sealed record RecognizerSettings
{
    /// <summary>ONNX file beside the manifest.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the input tensor, [N,1,Height,W].</summary>
    public required string Input { get; init; }

    /// <summary>Name of the output tensor, [N,W/TimeStepPixels,Alphabet.Count+1] logits, CTC's blank last.</summary>
    public required string Output { get; init; }

    /// <summary>Height of a crop, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Input columns of one time step.</summary>
    public required int TimeStepPixels { get; init; }

    /// <summary>Ascending widths that crops are padded to, multiples of <see cref="TimeStepPixels"/>.</summary>
    public required IReadOnlyList<int> WidthBuckets { get; init; }

    /// <summary>A wider crop is squeezed to this width.</summary>
    public required int MaxWidth { get; init; }

    /// <summary>Part of a box's height added on all four sides before the crop is cut.</summary>
    public required double Margin { get; init; }

    /// <summary>Least divisor when a crop is standardised, grey levels.</summary>
    public required double MinStd { get; init; }

    /// <summary>One character a class, in order; may hold the blank character U+0020, which parts words.</summary>
    public required IReadOnlyList<string> Alphabet { get; init; }

    /// <summary>How its probabilities become a confidence; without it the geometric mean of a word's characters is taken.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Of a fast recogniser: regions with a word less sure than this are read again by the other one.</summary>
    public double ReadAgainBelow { get; init; }
}
