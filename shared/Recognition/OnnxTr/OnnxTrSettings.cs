namespace Ocr.Recognition.OnnxTr;

/// <summary>A pack of OnnxTR's files: what its manifest says, and what OnnxTR takes for granted where it says nothing.</summary>
internal sealed record OnnxTrSettings
{
    /// <summary>Name of the pack; by default its folder's.</summary>
    public required string Name { get; init; }

    /// <summary>The detector.</summary>
    public required OnnxTrDetector Detector { get; init; }

    /// <summary>The recogniser.</summary>
    public required OnnxTrRecognizer Recognizer { get; init; }
}

/// <summary>One ONNX file and how images are put before it.</summary>
internal abstract record OnnxTrModelSettings
{
    /// <summary>ONNX file of the pack's folder.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case SHA-256 of the file or the start of it, at least eight digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Mean of red, green, blue / 255.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Divisor of red, green, blue / 255 less the mean.</summary>
    public required IReadOnlyList<double> Std { get; init; }

    /// <summary>Height of the input where the graph leaves it free, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Width of the input where the graph leaves it free, pixels.</summary>
    public required int Width { get; init; }
}

/// <summary>The detector: a map of logits, as large as its input.</summary>
internal sealed record OnnxTrDetector : OnnxTrModelSettings
{
    /// <summary>Probability from which a pixel is text.</summary>
    public required double Threshold { get; init; }

    /// <summary>Least mean probability of a box.</summary>
    public required double BoxThreshold { get; init; }
}

/// <summary>The recogniser: logits by time step, CTC's blank last.</summary>
internal sealed record OnnxTrRecognizer : OnnxTrModelSettings
{
    /// <summary>One character a class, in order.</summary>
    public required IReadOnlyList<string> Alphabet { get; init; }
}
