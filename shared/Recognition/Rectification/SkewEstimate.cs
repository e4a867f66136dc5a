using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>The corrections that make the rows of a page level.</summary>
/// <param name="Sideways">Whether its text is vertical, so that it must first be rotated clockwise by 90°.</param>
/// <param name="Rows">Direction of its rows after that rotation; <see langword="null"/> when they are level.</param>
internal readonly record struct SkewEstimate(bool Sideways, RowField? Rows)
{
    // A word has a usable angle from this ratio of length to thickness on, in the shrunk form that the network outputs.
    private const double Elongated = 3;

    // Fewer words than this do not determine a page's orientation.
    private const int MinWords = 4;

    // Minimum share of the words' total length that is vertical on a page rotated by 90°.
    private const double SidewaysShare = 0.6;

    // Minimum share of the words, weighted by the precision of their angles, that agree with the rows.
    private const double MinAgreement = 0.5;

    // Radians. The recognizer reads words at this angle as well as level ones, and boxes hardly grow.
    private const double Tolerated = 1.0 * Math.PI / 180;
    private const double Significance = 4;

    // Maximum convergence over the extent of the text: a larger one is a wrong fit.
    private const double MaxConvergence = 0.6;

    /// <summary>Estimates the skew from the detected components; <see langword="null"/> when the page is upright or the estimate is not reliable.</summary>
    /// <param name="regions">The detector's regions, with axes.</param>
    /// <param name="pageHeight">Height of the page, pixels.</param>
    public static SkewEstimate? Of(IEnumerable<TextRegion> regions, int pageHeight)
    {
        var axes = regions.Select(region => region.Axis).Where(axis => axis.Length >= Elongated * axis.Thickness && axis.Thickness > 0).ToList();
        if (axes.Count < MinWords)
        {
            return null;
        }

        var sideways = axes.Where(IsTall).Sum(axis => axis.Length) > SidewaysShare * axes.Sum(axis => axis.Length);
        var level = sideways
            ? [.. axes.Where(IsTall).Select(axis => axis.Clockwise(pageHeight))]
            : axes.Where(axis => !IsTall(axis)).ToList();
        var rows = level.Count >= MinWords ? Fit(level) : null;
        return sideways || rows is not null ? new SkewEstimate(sideways, rows) : null;
    }

    private static RowField? Fit(List<TextAxis> axes)
    {
        var field = RowFieldFit.Fit(axes, out var line);
        var greatest = field.GreatestAngle(axes);
        var extent = Math.Max(axes.Max(axis => axis.X) - axes.Min(axis => axis.X), axes.Max(axis => axis.Y) - axes.Min(axis => axis.Y));
        var tilted = greatest > Math.Max(Tolerated, Significance * line.InterceptError)
            && line.Inliers >= MinWords && line.Agreement >= MinAgreement
            && Math.Abs(field.Convergence) * extent < MaxConvergence;
        return tilted ? field : null;
    }

    private static bool IsTall(TextAxis axis) => Math.Abs(axis.Angle) > Math.PI / 4;
}
