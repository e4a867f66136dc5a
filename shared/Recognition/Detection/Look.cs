namespace Ocr.Recognition.Detection;

/// <summary>What the detector saw at one scale.</summary>
/// <param name="Area">Where it looked, pixels of the page.</param>
/// <param name="Scale">Scaled pixels for one of the page.</param>
/// <param name="Regions">The boxes, pixels of the page.</param>
internal sealed record Look(PixelBox Area, double Scale, List<TextRegion> Regions)
{
    /// <summary>Median height of the boxes, pixels of the page; 0 when there are none.</summary>
    public double TextHeight { get; } = Median.Of(Regions.Select(region => region.Height));

    /// <summary>Median height of the boxes, pixels of the scaled page.</summary>
    public double ScaledHeight => TextHeight * Scale;
}
