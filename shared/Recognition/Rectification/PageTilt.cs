using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>What has to be done to a page before its rows lie level.</summary>
/// <param name="Sideways">Its text runs up or down: turn it by a quarter first, clockwise.</param>
/// <param name="Rows">How its rows run then; <see langword="null"/> when they are level already.</param>
internal readonly record struct PageTilt(bool Sideways, RowField? Rows)
{
    // A word is long enough to have an angle from this many times its thickness, in the shrunk form in which the net draws it.
    private const double Elongated = 3;

    // Fewer words than this are no evidence of how a page lies.
    private const int LeastWords = 4;

    // Share of the words' length that must run up or down before the page is taken to lie on its side.
    private const double SidewaysShare = 0.6;

    // Share of the words that must run with the rows.
    private const double LeastInliers = 0.5;

    // Radians. The recogniser reads words at this angle as well as level ones, and boxes hardly grow.
    private const double Tolerated = 1.0 * Math.PI / 180;
    private const double Significance = 4;

    // Convergence over the extent of the text: nearer than this the page is seen along its surface, and the fit is wrong.
    private const double MostConvergence = 0.6;

    /// <summary>How a page lies after the components seen on it; <see langword="null"/> when it is upright or nothing tells.</summary>
    /// <param name="regions">What the detector saw, with axes.</param>
    /// <param name="pageHeight">Height of the page, pixels.</param>
    public static PageTilt? Of(IEnumerable<TextRegion> regions, int pageHeight)
    {
        var axes = regions.Select(region => region.Axis).Where(axis => axis.Length >= Elongated * axis.Thickness && axis.Thickness > 0).ToList();
        if (axes.Count < LeastWords)
        {
            return null;
        }

        var sideways = axes.Where(IsTall).Sum(axis => axis.Length) > SidewaysShare * axes.Sum(axis => axis.Length);
        var level = sideways
            ? [.. axes.Where(IsTall).Select(axis => axis.Clockwise(pageHeight))]
            : axes.Where(axis => !IsTall(axis)).ToList();
        var rows = level.Count >= LeastWords ? Fit(level) : null;
        return sideways || rows is not null ? new PageTilt(sideways, rows) : null;
    }

    private static RowField? Fit(List<TextAxis> axes)
    {
        var field = RowFieldFit.Fit(axes, out var inliers, out var error);
        var greatest = field.GreatestAngle(axes);
        var extent = Math.Max(axes.Max(axis => axis.X) - axes.Min(axis => axis.X), axes.Max(axis => axis.Y) - axes.Min(axis => axis.Y));
        var tilted = greatest > Math.Max(Tolerated, Significance * error)
            && inliers >= Math.Max(LeastWords, LeastInliers * axes.Count)
            && Math.Abs(field.Convergence) * extent < MostConvergence;
        return tilted ? field : null;
    }

    private static bool IsTall(TextAxis axis) => Math.Abs(axis.Angle) > Math.PI / 4;
}
