using CsCheck;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Rectification;

namespace Ocr.Recognition.Tests.Rectification;

public sealed class PageViewTests
{
    private const int Width = 300;
    private const int Height = 500;
    private const int Dot = 4;

    private static readonly Gen<RowField> Fields = Gen.Select(Gen.Double[-0.2, 0.2], Gen.Double[-0.0006, 0.0006],
        (angle, convergence) => new RowField(140, 260, angle, convergence));

    [Fact]
    public void A_mark_on_a_levelled_page_leads_back_to_its_place_on_the_image() =>
        Gen.Select(Fields, Gen.Int[100, 200], Gen.Int[150, 350], Gen.Int[0, 3]).Sample((rows, x, y, moves) =>
        {
            using var view = new PageView(Marked(x, y), 1_000_000);
            if ((moves & 1) != 0)
            {
                view.TurnClockwise();
                rows = rows with { X = 260, Y = 140 };
            }

            view.Level(rows, Text(view.Plane), 16);
            if ((moves & 2) != 0)
            {
                view.TurnUpsideDown();
            }

            var (u, v) = Mark(view.Plane);
            var (backX, backY) = view.Pose.ToImage.Map(u, v);
            Assert.Equal(x + (Dot / 2.0), backX, 1.0);
            Assert.Equal(y + (Dot / 2.0), backY, 1.0);
        });

    [Fact]
    public void A_page_levelled_twice_is_drawn_from_the_image() => Fields.Sample(rows =>
    {
        using var view = new PageView(Marked(150, 250), 1_000_000);
        view.Level(rows, Text(view.Plane), 16);
        view.Level(new RowField(view.Plane.Width / 2.0, view.Plane.Height / 2.0, 0.01, 0), Text(view.Plane), 16);
        var (u, v) = Mark(view.Plane);
        var (backX, backY) = view.Pose.ToImage.Map(u, v);
        Assert.Equal(152, backX, 1.0);
        Assert.Equal(252, backY, 1.0);
    });

    [Fact]
    public void Reports_the_corrections()
    {
        using var view = new PageView(Marked(150, 250), 1_000_000);
        Assert.True(view.Pose.IsImage);
        view.TurnClockwise();
        view.TurnUpsideDown();
        Assert.Equal((270, false, 0.0), (view.Pose.Turn, view.Pose.Rectified, view.Pose.Angle));
        view.Level(new RowField(250, 150, 0.1, 0.0002), Text(view.Plane), 16);
        Assert.Equal((270, true), (view.Pose.Turn, view.Pose.Rectified));
        Assert.Equal(double.RadiansToDegrees(0.1), view.Pose.Angle, 6);
    }

    [Fact]
    public void A_levelled_page_stays_within_the_cap() => Fields.Sample(rows =>
    {
        using var view = new PageView(Marked(150, 250), 20_000);
        view.Level(rows, Text(view.Plane), 16);
        Assert.InRange(view.Plane.Width * view.Plane.Height, 1, 20_000 + view.Plane.Width + view.Plane.Height);
    });

    [Fact]
    public void Text_larger_than_the_recognizer_takes_is_drawn_smaller()
    {
        using var view = new PageView(Marked(150, 250), 1_000_000);
        var scale = view.Level(new RowField(140, 260, 0.1, 0), Text(view.Plane), 90);
        Assert.InRange(scale * 90, 32, 64);
        var (backX, backY) = Mark(view.Plane) is var (u, v) ? view.Pose.ToImage.Map(u, v) : default;
        Assert.Equal(152, backX, 1.5);
        Assert.Equal(252, backY, 1.5);
    }

    private static GrayPlane Marked(int x, int y)
    {
        var plane = new GrayPlane(Width, Height);
        plane.Pixels.Fill(255);
        for (var row = y; row < y + Dot; row++)
        {
            plane.Row(row).Slice(x, Dot).Clear();
        }

        return plane;
    }

    /// <summary>Words from edge to edge, so that nothing is cropped.</summary>
    private static List<TextRegion> Text(GrayPlane plane) =>
    [
        .. from y in (int[])[0, plane.Height]
           select new TextRegion(0, y, plane.Width, y, 1) { Axis = new TextAxis(plane.Width / 2.0, y, 0, plane.Width, 10) },
    ];

    /// <summary>Center of pixels that are darker than the background, without those at the edges.</summary>
    private static (double X, double Y) Mark(GrayPlane plane)
    {
        double total = 0, x = 0, y = 0;
        for (var row = 0; row < plane.Height; row++)
        {
            for (var column = 0; column < plane.Width; column++)
            {
                var ink = Math.Max(0, 250.0 - plane.Row(row)[column]);
                (total, x, y) = (total + ink, x + (ink * (column + 0.5)), y + (ink * (row + 0.5)));
            }
        }

        return (x / total, y / total);
    }
}
