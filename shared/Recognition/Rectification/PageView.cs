using System.Diagnostics;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Rectification;

/// <summary>A page as it is looked at: the decoded plane at first, then what turning and levelling made of it.</summary>
internal sealed class PageView : IDisposable
{
    // Boxes higher than this hold more pixels than the recogniser takes; levelled pages are drawn with text of about the second height.
    private const double LargeText = 64;
    private const double EnoughText = 44;

    private readonly long _maxPixels;
    private GreyPlane _upright;
    private Projection _uprightToImage = Projection.Identity;
    private Projection _toUpright = Projection.Identity;
    private double _angle;
    private bool _rectified;

    /// <summary>A view of a decoded page; takes the plane over.</summary>
    /// <param name="decoded">The plane.</param>
    /// <param name="maxPixels">Most pixels of a levelled page.</param>
    public PageView(GreyPlane decoded, long maxPixels)
    {
        _maxPixels = maxPixels;
        Plane = _upright = decoded;
    }

    /// <summary>What there is to look at.</summary>
    public GreyPlane Plane { get; private set; }

    /// <summary>Degrees turned clockwise so far.</summary>
    public int Turn { get; private set; }

    /// <summary>Looks taken; whoever looks counts.</summary>
    public int Looks { get; set; }

    /// <summary>Runs while the page is looked at: levelling and turning included, reading not.</summary>
    public Stopwatch Looking { get; private init; } = new();

    /// <summary>What was done.</summary>
    public PagePose Pose => new()
    {
        Turn = Turn,
        Angle = double.RadiansToDegrees(_angle),
        Rectified = _rectified,
        Looks = Looks,
        ToImage = _uprightToImage.After(_toUpright),
    };

    /// <summary>A view of the decoded page turned clockwise by a quarter. What was levelled is undone there.</summary>
    public PageView OnItsSide()
    {
        var back = new Projection(0, 1, 0, -1, 0, _upright.Height, 0, 0, 1);
        return new PageView(PlaneTurner.Clockwise(_upright), _maxPixels)
        {
            Turn = (Turn + 90) % 360,
            Looks = Looks,
            Looking = Looking,
            _uprightToImage = _uprightToImage.After(back),
        };
    }

    /// <summary>Becomes what <paramref name="other"/> is, which then shows what this one did; each is still to be disposed of once.</summary>
    public void Swap(PageView other)
    {
        (Plane, other.Plane) = (other.Plane, Plane);
        (Turn, other.Turn) = (other.Turn, Turn);
        (_upright, other._upright) = (other._upright, _upright);
        (_uprightToImage, other._uprightToImage) = (other._uprightToImage, _uprightToImage);
        (_toUpright, other._toUpright) = (other._toUpright, _toUpright);
        (_angle, other._angle) = (other._angle, _angle);
        (_rectified, other._rectified) = (other._rectified, _rectified);
    }

    /// <summary>Turns the page clockwise by a quarter. What was levelled is undone.</summary>
    public void TurnClockwise()
    {
        using var side = OnItsSide();
        Swap(side);
    }

    /// <summary>Turns the page upside down, levelled or not.</summary>
    public void TurnUpsideDown()
    {
        var back = new Projection(-1, 0, Plane.Width, 0, -1, Plane.Height, 0, 0, 1);
        var turned = PlaneTurner.UpsideDown(Plane);
        Plane.Dispose();
        if (Plane == _upright)
        {
            (_upright, _uprightToImage) = (turned, _uprightToImage.After(back));
        }
        else
        {
            _toUpright = _toUpright.After(back);
        }

        Plane = turned;

        Turn = (Turn + 180) % 360;
    }

    /// <summary>
    /// Makes rows level and parallel, and cuts away what lies far from the text. Drawn from the decoded pixels, however often it was
    /// levelled before.
    /// </summary>
    /// <param name="rows">How the rows of <see cref="Plane"/> run.</param>
    /// <param name="regions">The text on it, with axes.</param>
    /// <param name="textHeight">Height of its boxes.</param>
    /// <returns>Pixels of the new plane for one of the old, about the middle of the text.</returns>
    public double Level(RowField rows, List<TextRegion> regions, double textHeight)
    {
        var fromLevel = rows.FromLevel();
        var area = LevelArea.Of(regions, Plane.Width, Plane.Height, fromLevel.Inverse());
        var scale = textHeight > LargeText ? EnoughText / textHeight : 1;
        scale = Math.Min(scale, Math.Sqrt(_maxPixels / (area.Width * area.Height)));
        var level = new GreyPlane(Math.Max(1, (int)Math.Ceiling(area.Width * scale)), Math.Max(1, (int)Math.Ceiling(area.Height * scale)));
        var toUpright = _toUpright.After(fromLevel).After(Projection.ScaleAndShift(1 / scale, area.X, area.Y));
        PlaneWarper.Draw(_upright, level, toUpright);
        if (Plane != _upright)
        {
            Plane.Dispose();
        }

        (Plane, _toUpright) = (level, toUpright);
        _angle += rows.Angle;
        _rectified |= rows.Convergence != 0;
        return scale;
    }

    public void Dispose()
    {
        Plane.Dispose();
        _upright.Dispose(); // once more for a page that was not levelled, which does nothing
    }
}
