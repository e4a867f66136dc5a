using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>
/// From a map of logits to boxes. The net was taught words that had lost a part of their height on every side; each component's rectangle
/// grows back by the manifest's <c>unclipRatio</c> of its height. <c>training/reference/detection.py</c> is the same in Python.
/// </summary>
internal static class BoxBuilder
{
    /// <summary>Boxes in pixels of the upright image, in raster order of their components' first cells.</summary>
    /// <param name="logits">Output of the detector, rows of <c>scaled.PaddedWidth / outputStride</c> cells.</param>
    /// <param name="scaled">The page that the detector saw.</param>
    /// <param name="settings">The manifest's detector.</param>
    public static List<TextRegion> Build(ReadOnlySpan<float> logits, ScaledPage scaled, DetectorSettings settings)
    {
        var cell = settings.OutputStride;
        var components = ComponentLabeller.Label(
            logits, scaled.PaddedWidth / cell, CeilingOf(scaled.Width, cell), CeilingOf(scaled.Height, cell), Logit(settings.Threshold));
        var regions = new List<TextRegion>(components.Count);
        foreach (var component in components)
        {
            var height = (component.Y1 - component.Y0) * cell;
            var grow = settings.UnclipRatio * height;
            if (component.Score < settings.BoxThreshold || height + (2 * grow) < settings.MinHeight)
            {
                continue;
            }

            regions.Add(new TextRegion(
                Math.Max(0, ((component.X0 * cell) - grow) * scaled.ToPageX),
                Math.Max(0, ((component.Y0 * cell) - grow) * scaled.ToPageY),
                Math.Min(scaled.PageWidth, ((component.X1 * cell) + grow) * scaled.ToPageX),
                Math.Min(scaled.PageHeight, ((component.Y1 * cell) + grow) * scaled.ToPageY),
                component.Score));
        }

        return regions;
    }

    private static int CeilingOf(int value, int divisor) => (value + divisor - 1) / divisor;

    private static float Logit(double probability) => (float)Math.Log(probability / (1 - probability));
}
