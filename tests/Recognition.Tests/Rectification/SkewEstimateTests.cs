using CsCheck;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Rectification;

namespace Ocr.Recognition.Tests.Rectification;

public sealed class SkewEstimateTests
{
    private const double Degree = Math.PI / 180;

    // A page of 480 × 800 in the middle of a larger one.
    private const int Width = 760;
    private const int Height = 1040;

    private static readonly Projection Centered = Projection.ScaleAndShift(1, -240, -400);

    // Degrees. An estimate may differ from the page's angle by this much: the map shows small words in few cells.
    private const double Accuracy = 0.7;

    // A page within 1° stays as it is, and so may one whose estimate is within 1°.
    private static readonly Gen<double> Angle = Gen.Double[-10, 10].Where(angle => Math.Abs(angle) > 1 + Accuracy);

    [Fact]
    public void Does_not_change_an_upright_page() =>
        Pages.Level.Sample(words => Assert.Null(SkewEstimate.Of(Pages.Seen(words, Projection.Identity, 480, 800), 800)));

    [Fact]
    public void Does_not_level_a_page_within_the_recognizers_tolerance() => Gen.Select(Pages.Level, Gen.Double[-0.5, 0.5]).Sample(
        (words, angle) => Assert.Null(SkewEstimate.Of(Pages.Seen(words, Tilt(angle, 0), Width, Height), Height)));

    [Fact]
    public void Finds_the_angle_of_a_rotated_page() => Gen.Select(Pages.Level, Angle).Sample((words, angle) =>
    {
        var tilt = SkewEstimate.Of(Pages.Seen(words, Tilt(angle, 0), Width, Height), Height);
        Assert.False(tilt!.Value.Sideways);
        Assert.InRange(tilt.Value.Rows!.Value.Angle / Degree, angle - Accuracy, angle + Accuracy);
    });

    [Fact]
    public void Finds_how_the_rows_of_a_photograph_run_wherever_there_is_text() =>
        Gen.Select(Pages.Level, Angle, Gen.Double[-0.0004, 0.0004]).Sample((words, angle, convergence) =>
        {
            var truth = new RowField(Width / 2.0, Height / 2.0, angle * Degree, convergence);
            var seen = Pages.Seen(words, Tilt(angle, convergence), Width, Height);
            var rows = SkewEstimate.Of(seen, Height)!.Value.Rows!.Value;
            Assert.All(seen, word =>
                Assert.Equal(truth.AngleAt(word.Axis.X, word.Axis.Y), rows.AngleAt(word.Axis.X, word.Axis.Y), 0.75 * Degree));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-4)]
    public void Detects_a_page_rotated_by_90_degrees(double angle) => Pages.Level.Sample(words =>
    {
        // The page rotated by 90° in either direction; another clockwise rotation makes its rows level or upside down.
        var quarter = new Projection(0, 1, 0, -1, 0, Width, 0, 0, 1);
        var seen = Pages.Seen(words, quarter.After(Tilt(angle, 0)), Height, Width);
        var tilt = SkewEstimate.Of(seen, Width)!.Value;
        Assert.True(tilt.Sideways);
        Assert.Equal(angle, tilt.Rows is { } rows ? rows.Angle / Degree : 0, Accuracy);
    });

    [Fact]
    public void Outliers_among_the_words_do_not_rotate_the_page() => Gen.Select(Pages.Level, Gen.Double[20, 40]).Sample((words, angle) =>
    {
        var strangers = Pages.Seen(words.Take(words.Count / 5), Tilt(angle, 0), Width, Height);
        var rest = Pages.Seen(words.Skip(words.Count / 5), Tilt(0, 0), Width, Height);
        Assert.Null(SkewEstimate.Of([.. rest, .. strangers], Height));
    });

    [Fact]
    public void Too_few_words_are_not_evidence() => Assert.Null(
        SkewEstimate.Of(Pages.Seen([new TextRegion(100, 100, 200, 116, 1), new TextRegion(100, 200, 220, 216, 1)], Tilt(5, 0), Width, Height), Height));

    private static Projection Tilt(double degrees, double convergence) =>
        new RowField(Width / 2.0, Height / 2.0, degrees * Degree, convergence).FromLevel().After(Centered);
}
