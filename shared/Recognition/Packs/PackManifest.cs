namespace Ocr.Recognition.Packs;

/// <summary>A manifest that is complete and within its ranges.</summary>
internal sealed record PackManifest
{
    /// <summary>Name of the pack, also of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>Three numbers.</summary>
    public required string Version { get; init; }

    /// <summary>SPDX identifier.</summary>
    public required string License { get; init; }

    /// <summary>What it was made for.</summary>
    public required string Description { get; init; }

    /// <summary>The detector.</summary>
    public required DetectorSettings Detector { get; init; }

    /// <summary>The recogniser.</summary>
    public required RecognizerSettings Recognizer { get; init; }

    /// <summary>A lighter one that reads first where time counts; <see langword="null"/> when the pack has none.</summary>
    public RecognizerSettings? FastRecognizer { get; init; }

    /// <summary>How confidences are made of evidence; <see langword="null"/> when the recognisers' own are told.</summary>
    public ConfidenceSettings? Confidence { get; init; }
}
