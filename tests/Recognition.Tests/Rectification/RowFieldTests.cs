using CsCheck;
using Ocr.Recognition.Rectification;

namespace Ocr.Recognition.Tests.Rectification;

public sealed class RowFieldTests
{
    private static readonly Gen<RowField> Fields = Gen.Select(
        Gen.Double[0, 900], Gen.Double[0, 1600], Gen.Double[-0.6, 0.6], Gen.Double[-0.0004, 0.0004],
        (x, y, angle, convergence) => new RowField(x, y, angle, convergence));

    private static readonly Gen<double> Place = Gen.Double[-700, 700];

    [Fact]
    public void A_level_row_goes_to_a_row_of_the_page() => Gen.Select(Fields, Place, Place).Sample((field, x, y) =>
    {
        var map = field.FromLevel();
        var (from, to) = (map.Map(x, y), map.Map(x + 0.01, y));
        Assert.Equal(field.AngleAt(from.X, from.Y), Math.Atan2(to.Y - from.Y, to.X - from.X), 0.0001);
    });

    [Fact]
    public void The_origin_keeps_its_position_and_scale() => Fields.Sample(field =>
    {
        var map = field.FromLevel();
        var (origin, right) = (map.Map(0, 0), map.Map(0.001, 0));
        Assert.Equal((field.X, field.Y), origin);
        Assert.Equal(0.001, Math.Sqrt(Math.Pow(right.X - origin.X, 2) + Math.Pow(right.Y - origin.Y, 2)), 0.00001);
    });

    [Fact]
    public void There_and_back_is_where_it_was() => Gen.Select(Fields, Place, Place).Sample((field, x, y) =>
    {
        var (there, back) = (field.FromLevel(), field.FromLevel().Inverse());
        var (u, v) = there.Map(x, y);
        var (x2, y2) = back.Map(u, v);
        Assert.Equal(x, x2, 0.001);
        Assert.Equal(y, y2, 0.001);
    });
}
