using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>Runs detection on a page and, where its rows are not level, levels it and runs detection again.</summary>
internal sealed class UprightScanner(PageScanner scanner, double unclipRatio)
{
    // One rotation by 90°, one leveling, and one that corrects errors of the first one's coarse pass.
    private const int MaxMoves = 3;

    // A page is worth reading when it has this many boxes with a word's ratio of width to height.
    private const int MinWords = 4;
    private const double WordShape = 2.5;

    /// <summary>Returns the boxes of the text, in pixels of the final state of <paramref name="view"/>.</summary>
    public List<TextRegion> Scan(PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.DetectionTime.Start();
        var regions = Scan(view, First(view, 0, cancellationToken), profile, cancellationToken);
        view.DetectionTime.Stop();
        return regions;
    }

    /// <summary>
    /// Returns the boxes of a page that may be rotated by 90°, or none when one pass finds no rows of words.
    /// </summary>
    public List<TextRegion> ScanIfRows(PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.DetectionTime.Start();
        var first = First(view, 0, cancellationToken);
        var rows = first.Regions.Count(region => region.Width >= WordShape * region.Height) >= MinWords;
        var regions = rows ? Scan(view, first, profile, cancellationToken) : [];
        view.DetectionTime.Stop();
        return regions;
    }

    /// <summary>Returns the boxes of a page that was rotated by 180° after detection.</summary>
    /// <param name="view">The page.</param>
    /// <param name="textHeight">Height of its boxes, pixels.</param>
    /// <param name="profile">Trade-off between time and accuracy.</param>
    /// <param name="cancellationToken">Checked before each pass.</param>
    public List<TextRegion> Rescan(PageView view, double textHeight, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.DetectionTime.Start();
        var first = First(view, textHeight, cancellationToken);
        var regions = PageScanner.Merge(first, Further(view, first, profile, cancellationToken));
        view.DetectionTime.Stop();
        return regions;
    }

    private List<TextRegion> Scan(PageView view, DetectionPass first, ReadingProfile profile, CancellationToken cancellationToken)
    {
        first = Straighten(view, first, cancellationToken, out var moved);
        var further = Further(view, first, profile, cancellationToken);
        if (!moved && further.Count > 0)
        {
            var better = Straighten(view, further[^1], cancellationToken, out moved);
            if (moved)
            {
                (first, further) = (better, Further(view, better, profile, cancellationToken));
            }
        }

        return PageScanner.Merge(first, further);
    }

    private DetectionPass First(PageView view, double textHeight, CancellationToken cancellationToken)
    {
        view.DetectionPasses++;
        return textHeight > 0 ? scanner.First(view.Plane, textHeight, cancellationToken) : scanner.First(view.Plane, cancellationToken);
    }

    private List<DetectionPass> Further(PageView view, DetectionPass first, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var passes = scanner.Further(view.Plane, first, profile, cancellationToken);
        view.DetectionPasses += passes.Count;
        return passes;
    }

    private DetectionPass Straighten(PageView view, DetectionPass pass, CancellationToken cancellationToken, out bool moved)
    {
        moved = false;
        for (var move = 0; move < MaxMoves && SkewEstimate.Of(pass.Regions, view.Plane.Height) is { } tilt; move++)
        {
            if (tilt.Sideways && view.Turn != 0)
            {
                break; // still vertical after a rotation: neither pass is reliable
            }

            var height = TextHeight(pass.Regions);
            height *= Move(view, pass, tilt, height);
            pass = First(view, height, cancellationToken);
            moved = true;
        }

        return pass;
    }

    /// <returns>Pixels of the new page per pixel of the old one.</returns>
    private static double Move(PageView view, DetectionPass pass, SkewEstimate tilt, double textHeight)
    {
        var regions = pass.Regions;
        if (tilt.Sideways)
        {
            regions = [.. regions.Select(region => region with { Axis = region.Axis.Clockwise(view.Plane.Height) })];
            view.TurnClockwise();
        }

        return tilt.Rows is { } rows ? view.Level(rows, regions, textHeight) : 1;
    }

    /// <summary>Returns the median height of the boxes when the rows are level.</summary>
    private double TextHeight(List<TextRegion> regions) =>
        Median.Of(regions.Select(region => region.Axis.Thickness)) * (1 + (2 * unclipRatio));
}
