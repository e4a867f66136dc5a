using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Rectification;

/// <summary>Looks at a page and, where its rows do not lie level, levels it and looks again.</summary>
internal sealed class UprightScanner(PageScanner scanner, double unclipRatio)
{
    // A turn by a quarter, a levelling, and one that mends what the first one's coarse look got wrong.
    private const int MostMoves = 3;

    // So many boxes of the shape of words, width over height, make a page worth reading.
    private const int LeastWords = 4;
    private const double WordShape = 2.5;

    /// <summary>The boxes of the text, in pixels of what <paramref name="view"/> shows afterwards.</summary>
    public List<TextRegion> Scan(PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.Looking.Start();
        var regions = Scan(view, First(view, 0, cancellationToken), profile, cancellationToken);
        view.Looking.Stop();
        return regions;
    }

    /// <summary>
    /// The boxes of a page that may lie on its side; none when one look shows no rows of words there.
    /// </summary>
    public List<TextRegion> ScanIfRows(PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.Looking.Start();
        var first = First(view, 0, cancellationToken);
        var rows = first.Regions.Count(region => region.Width >= WordShape * region.Height) >= LeastWords;
        var regions = rows ? Scan(view, first, profile, cancellationToken) : [];
        view.Looking.Stop();
        return regions;
    }

    /// <summary>The boxes of a page that was turned upside down after it had been scanned.</summary>
    /// <param name="view">The page.</param>
    /// <param name="textHeight">Height of its boxes, pixels.</param>
    /// <param name="profile">How hard to look.</param>
    /// <param name="cancellationToken">Looked at before each look.</param>
    public List<TextRegion> Rescan(PageView view, double textHeight, ReadingProfile profile, CancellationToken cancellationToken)
    {
        view.Looking.Start();
        var first = First(view, textHeight, cancellationToken);
        var regions = PageScanner.Merge(first, Further(view, first, profile, cancellationToken));
        view.Looking.Stop();
        return regions;
    }

    private List<TextRegion> Scan(PageView view, Look first, ReadingProfile profile, CancellationToken cancellationToken)
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

    private Look First(PageView view, double textHeight, CancellationToken cancellationToken)
    {
        view.Looks++;
        return textHeight > 0 ? scanner.First(view.Plane, textHeight, cancellationToken) : scanner.First(view.Plane, cancellationToken);
    }

    private List<Look> Further(PageView view, Look first, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var looks = scanner.Further(view.Plane, first, profile, cancellationToken);
        view.Looks += looks.Count;
        return looks;
    }

    private Look Straighten(PageView view, Look look, CancellationToken cancellationToken, out bool moved)
    {
        moved = false;
        for (var move = 0; move < MostMoves && PageTilt.Of(look.Regions, view.Plane.Height) is { } tilt; move++)
        {
            if (tilt.Sideways && view.Turn != 0)
            {
                break; // turned, and still on its side: neither look can be trusted
            }

            var height = TextHeight(look.Regions);
            height *= Move(view, look, tilt, height);
            look = First(view, height, cancellationToken);
            moved = true;
        }

        return look;
    }

    /// <returns>Pixels of the page as it is now for one of the page as it was.</returns>
    private static double Move(PageView view, Look look, PageTilt tilt, double textHeight)
    {
        var regions = look.Regions;
        if (tilt.Sideways)
        {
            regions = [.. regions.Select(region => region with { Axis = region.Axis.Clockwise(view.Plane.Height) })];
            view.TurnClockwise();
        }

        return tilt.Rows is { } rows ? view.Level(rows, regions, textHeight) : 1;
    }

    /// <summary>Median height that boxes will have when the rows are level.</summary>
    private double TextHeight(List<TextRegion> regions) =>
        Median.Of(regions.Select(region => region.Axis.Thickness)) * (1 + (2 * unclipRatio));
}
