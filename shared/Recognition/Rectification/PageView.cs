using System.Diagnostics;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Rectification;

/// <summary>The current state of a page: the decoded plane at first, then the result of rotation and leveling.</summary>
internal sealed class PageView : IDisposable
{
    // Boxes higher than the first value have more pixels than the recognizer uses; leveled pages are drawn with text of about the second height.
    private const double LargeText = 64;
    private const double EnoughText = 44;

    private readonly long _maxPixels;
    private GrayPlane _upright;
    private Projection _uprightToImage = Projection.Identity;
    private Projection _toUpright = Projection.Identity;
    private double _angle;
    private bool _rectified;

    /// <summary>Creates a view of a decoded page and takes ownership of the plane.</summary>
    /// <param name="decoded">The plane.</param>
    /// <param name="maxPixels">Maximum number of pixels of a leveled page.</param>
    public PageView(GrayPlane decoded, long maxPixels)
    {
        _maxPixels = maxPixels;
        Plane = _upright = decoded;
    }

    /// <summary>The current plane.</summary>
    public GrayPlane Plane { get; private set; }

    /// <summary>Degrees rotated clockwise so far.</summary>
    public int Turn { get; private set; }

    /// <summary>Number of detection passes so far; the caller of the detector increments it.</summary>
    public int DetectionPasses { get; set; }

    /// <summary>Runs during detection, including leveling and rotation, but not during recognition.</summary>
    public Stopwatch DetectionTime { get; private init; } = new();

    /// <summary>The corrections so far.</summary>
    public PagePose Pose => new()
    {
        Turn = Turn,
        Angle = double.RadiansToDegrees(_angle),
        Rectified = _rectified,
        DetectionPasses = DetectionPasses,
        ToImage = _uprightToImage.After(_toUpright),
    };

    /// <summary>Returns a view of the decoded page rotated clockwise by 90°, without leveling.</summary>
    public PageView RotatedClockwise()
    {
        var back = new Projection(0, 1, 0, -1, 0, _upright.Height, 0, 0, 1);
        return new PageView(PlaneTurner.Clockwise(_upright), _maxPixels)
        {
            Turn = (Turn + 90) % 360,
            DetectionPasses = DetectionPasses,
            DetectionTime = DetectionTime,
            _uprightToImage = _uprightToImage.After(back),
        };
    }

    /// <summary>Returns another plane of the same image, rotated and leveled like <see cref="Plane"/>. Takes ownership of it.</summary>
    /// <param name="decoded">The plane, as large as the decoded one.</param>
    public GrayPlane Align(GrayPlane decoded)
    {
        if (Pose.IsImage)
        {
            return decoded;
        }

        using (decoded)
        {
            var aligned = new GrayPlane(Plane.Width, Plane.Height);
            PerspectiveWarp.Draw(decoded, aligned, Pose.ToImage);
            return aligned;
        }
    }

    /// <summary>Exchanges contents with <paramref name="other"/>; each must still be disposed once.</summary>
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

    /// <summary>Rotates the page clockwise by 90° and undoes leveling.</summary>
    public void TurnClockwise()
    {
        using var side = RotatedClockwise();
        Swap(side);
    }

    /// <summary>Rotates the page by 180°, leveled or not.</summary>
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
    /// Makes rows level and parallel, and crops areas far from the text. Always drawn from the decoded pixels, also when the page was leveled
    /// before.
    /// </summary>
    /// <param name="rows">Direction of the rows of <see cref="Plane"/>.</param>
    /// <param name="regions">The text on it, with axes.</param>
    /// <param name="textHeight">Height of its boxes.</param>
    /// <returns>Pixels of the new plane per pixel of the old one, near the middle of the text.</returns>
    public double Level(RowField rows, List<TextRegion> regions, double textHeight)
    {
        var fromLevel = rows.FromLevel();
        var area = LevelArea.Of(regions, Plane.Width, Plane.Height, fromLevel.Inverse());
        var scale = textHeight > LargeText ? EnoughText / textHeight : 1;
        scale = Math.Min(scale, Math.Sqrt(_maxPixels / (area.Width * area.Height)));
        var level = new GrayPlane(Math.Max(1, (int)Math.Ceiling(area.Width * scale)), Math.Max(1, (int)Math.Ceiling(area.Height * scale)));
        var toUpright = _toUpright.After(fromLevel).After(Projection.ScaleAndShift(1 / scale, area.X, area.Y));
        PerspectiveWarp.Draw(_upright, level, toUpright);
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
        _upright.Dispose(); // no effect when the page was not leveled: it is the same plane
    }
}
