namespace Ocr.Recognition.Detection;

/// <summary>The result of running the detector at one scale.</summary>
/// <param name="Area">The part of the page that was processed, pixels of the page.</param>
/// <param name="Scale">Scaled pixels per page pixel.</param>
/// <param name="Regions">The boxes, pixels of the page.</param>
internal sealed record DetectionPass(PixelBox Area, double Scale, List<TextRegion> Regions)
{
    /// <summary>Median height of the boxes, pixels of the page; 0 when there are none.</summary>
    public double TextHeight { get; } = Median.Of(Regions.Select(region => region.Height));

    /// <summary>Median height of the boxes, pixels of the scaled page.</summary>
    public double ScaledHeight => TextHeight * Scale;
}
