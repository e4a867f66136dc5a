namespace Ocr.Recognition.OnnxTr;

/// <summary>Settings of a pack of OnnxTR's files: the manifest's values, or else OnnxTR's defaults.</summary>
internal sealed record OnnxTrSettings
{
    /// <summary>Name of the pack; defaults to its folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>The detector.</summary>
    public required OnnxTrDetector Detector { get; init; }

    /// <summary>The recognizer.</summary>
    public required OnnxTrRecognizer Recognizer { get; init; }
}

/// <summary>One ONNX file and the preprocessing of its input.</summary>
internal abstract record OnnxTrModelSettings
{
    /// <summary>Name of the ONNX file in the pack's folder.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case SHA-256 of the file, or a prefix of at least eight digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Mean of red, green, blue / 255.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Standard deviation of red, green, blue / 255.</summary>
    public required IReadOnlyList<double> Std { get; init; }

    /// <summary>Height of the input where the graph leaves it free, pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Width of the input where the graph leaves it free, pixels.</summary>
    public required int Width { get; init; }
}

/// <summary>The detector, which returns a map of logits of the size of its input.</summary>
internal sealed record OnnxTrDetector : OnnxTrModelSettings
{
    /// <summary>Minimum probability of a text pixel.</summary>
    public required double Threshold { get; init; }

    /// <summary>Minimum mean probability of a box.</summary>
    public required double BoxThreshold { get; init; }
}

/// <summary>The recognizer, which returns logits per time step, with CTC's blank last.</summary>
internal sealed record OnnxTrRecognizer : OnnxTrModelSettings
{
    /// <summary>One character per class, in order.</summary>
    public required IReadOnlyList<string> Alphabet { get; init; }
}
