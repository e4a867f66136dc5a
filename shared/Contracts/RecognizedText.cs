namespace Ocr.Contracts;

/// <summary>What the recogniser saw on one image.</summary>
public sealed record RecognizedText
{
    /// <summary>Width of the page in whose pixels words have their boxes; see <see cref="WordBox"/>.</summary>
    public required int ImageWidth { get; init; }

    /// <summary>Height of that page, pixels.</summary>
    public required int ImageHeight { get; init; }

    /// <summary>
    /// The nine numbers, row by row, of the projection from that page to the image after EXIF rotation; <see langword="null"/> where the page is the
    /// image.
    /// </summary>
    public IReadOnlyList<double>? PageToImage { get; init; }

    /// <summary>Words in the detector's reading order (top to bottom, left to right); empty when the image carries no text.</summary>
    public required IReadOnlyList<WordBox> Words { get; init; }

    /// <summary>Name and version of the model pack, <c>compact-1.0.0</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the words were made for another receipt of the same bytes (<c>ONNX_TR_CACHE_HIT</c>).</summary>
    public required bool CacheHit { get; init; }

    /// <summary>Seconds that decoding and inference took; for a cache hit, the look-up.</summary>
    public required double ProcessingSeconds { get; init; }

    /// <summary>When the words were ready, UTC.</summary>
    public required DateTimeOffset CompletedAt { get; init; }
}
