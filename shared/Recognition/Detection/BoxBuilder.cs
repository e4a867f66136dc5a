using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>
/// Converts a map of logits to boxes. The network was trained on words shrunk by a fraction of their height on every side; each component's
/// rectangle is expanded by the manifest's <c>unclipRatio</c> of its height. <c>training/reference/detection.py</c> is the same in Python.
/// </summary>
internal static class BoxBuilder
{
    /// <summary>Returns boxes in pixels of the page, in raster order of their components' first cells.</summary>
    /// <param name="logits">Output of the detector, rows of <c>scaled.PaddedWidth / outputStride</c> cells.</param>
    /// <param name="scaled">The part of the page that the detector processed.</param>
    /// <param name="settings">The detector section of the manifest.</param>
    public static List<TextRegion> Build(ReadOnlySpan<float> logits, ScaledPage scaled, DetectorSettings settings)
    {
        var cell = settings.OutputStride;
        var components = ComponentLabeler.Label(
            logits, scaled.PaddedWidth / cell, CeilingOf(scaled.Width, cell), CeilingOf(scaled.Height, cell), Logit(settings.Threshold));
        var regions = new List<TextRegion>(components.Count);
        foreach (var component in components)
        {
            var height = (component.Y1 - component.Y0) * cell;
            var grow = settings.UnclipRatio * height;
            if (component.Score >= settings.BoxThreshold && height + (2 * grow) >= settings.MinHeight)
            {
                regions.Add(Grown(component, grow, cell, scaled));
            }
        }

        return regions;
    }

    private static TextRegion Grown(in Component component, double grow, int cell, ScaledPage scaled)
    {
        var area = scaled.Area;
        return new TextRegion(
            Math.Max(area.X0, area.X0 + (((component.X0 * cell) - grow) * scaled.ToPageX)),
            Math.Max(area.Y0, area.Y0 + (((component.Y0 * cell) - grow) * scaled.ToPageY)),
            Math.Min(area.X1, area.X0 + (((component.X1 * cell) + grow) * scaled.ToPageX)),
            Math.Min(area.Y1, area.Y0 + (((component.Y1 * cell) + grow) * scaled.ToPageY)),
            component.Score)
        {
            Axis = TextAxis.Of(component, cell * scaled.ToPageX, area.X0, area.Y0),
        };
    }

    private static int CeilingOf(int value, int divisor) => (value + divisor - 1) / divisor;

    private static float Logit(double probability) => (float)Math.Log(probability / (1 - probability));
}
