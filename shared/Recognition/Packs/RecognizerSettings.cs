namespace Ocr.Recognition.Packs;

/// <summary>The manifest's <c>recognizer</c>; <c>models/manifest.schema.json</c> documents each member.</summary>
internal sealed record RecognizerSettings
{
    /// <summary>Name of the ONNX file next to the manifest.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the input tensor, [N,1,Height,W].</summary>
    public required string Input { get; init; }

    /// <summary>Name of the output tensor, [N,W/TimeStepPixels,Alphabet.Count+1] logits, CTC's blank last.</summary>
    public required string Output { get; init; }

    /// <summary>Height of a crop, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Input columns per time step.</summary>
    public required int TimeStepPixels { get; init; }

    /// <summary>Ascending widths to which crops are padded, multiples of <see cref="TimeStepPixels"/>.</summary>
    public required IReadOnlyList<int> WidthBuckets { get; init; }

    /// <summary>A wider crop is squeezed to this width.</summary>
    public required int MaxWidth { get; init; }

    /// <summary>Fraction of a box's height that is added on all four sides before the crop is cut.</summary>
    public required double Margin { get; init; }

    /// <summary>Minimum divisor when a crop is standardized, gray levels.</summary>
    public required double MinStd { get; init; }

    /// <summary>One character per class, in order; may contain the blank character U+0020, which separates words.</summary>
    public required IReadOnlyList<string> Alphabet { get; init; }

    /// <summary>How probabilities are converted to a confidence; without it the confidence is the geometric mean of a word's characters.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Returns the class of a character; -1 when the recognizer does not know it.</summary>
    public int ClassOf(string character)
    {
        var index = Alphabet.Count - 1;
        while (index >= 0 && Alphabet[index] != character)
        {
            index--;
        }

        return index;
    }

    /// <summary>For a fast recognizer: regions with a word of lower confidence are reread by the other recognizer.</summary>
    public double ReadAgainBelow { get; init; }
}
