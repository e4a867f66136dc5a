namespace Ocr.Recognition.Packs;

/// <summary>A manifest that is complete and within its ranges.</summary>
internal sealed record PackManifest
{
    /// <summary>Name of the pack and of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>Version: three numbers.</summary>
    public required string Version { get; init; }

    /// <summary>SPDX identifier.</summary>
    public required string License { get; init; }

    /// <summary>Purpose of the pack.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// Whether the sums of two products of a byte and a weight fit into 16 bits in all int8 models of the pack. They then give the same outputs
    /// with the fast kernels of processors without VNNI.
    /// </summary>
    public bool BoundedPairs { get; init; }

    /// <summary>The detector.</summary>
    public required DetectorSettings Detector { get; init; }

    /// <summary>The recognizer.</summary>
    public required RecognizerSettings Recognizer { get; init; }

    /// <summary>A lighter recognizer that reads first in the fast profile; <see langword="null"/> when the pack has none.</summary>
    public RecognizerSettings? FastRecognizer { get; init; }

    /// <summary>How confidences are computed from evidence; <see langword="null"/> when the recognizers' own confidences are used.</summary>
    public ConfidenceSettings? Confidence { get; init; }
}
