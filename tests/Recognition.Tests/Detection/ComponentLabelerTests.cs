using CsCheck;
using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Detection;

public sealed class ComponentLabelerTests
{
    private const float Threshold = 0.5f;

    [Fact]
    public void Finds_what_a_flood_fill_finds() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int[0, 5], Gen.Double[0.1, 0.7], Gen.Int).Sample((columns, rows, padding, density, seed) =>
        {
            var random = new Random(seed);
            var stride = columns + padding;
            float[] map = [.. Enumerable.Range(0, stride * rows).Select(_ => random.NextDouble() < density ? 1f : 0f)];
            var found = ComponentLabeler.Label(map, stride, columns, rows, Threshold);
            var expected = FloodFill(map, stride, columns, rows);
            Assert.Equal(expected, found.Select(c => (c.X0, c.Y0, c.X1, c.Y1, c.Cells)));
        });

    [Fact]
    public void Scores_a_component_by_the_mean_probability_of_its_cells()
    {
        float[] map = [2f, 0f, -5f, 1f];
        var component = Assert.Single(ComponentLabeler.Label(map, 2, 2, 2, -1f));
        double[] probabilities = [1 / (1 + Math.Exp(-2)), 0.5, 1 / (1 + Math.Exp(-1))];
        Assert.Equal(probabilities.Average(), component.Score, 5);
    }

    [Fact]
    public void Leaves_padding_out()
    {
        float[] map = [0, 9, 0, 0, 9, 9];
        Assert.Equal((1, 0, 2, 2), Bounds(Assert.Single(ComponentLabeler.Label(map, 3, 2, 2, Threshold))));
    }

    private static (int, int, int, int) Bounds(Component c) => (c.X0, c.Y0, c.X1, c.Y1);

    private static List<(int, int, int, int, int)> FloodFill(float[] map, int stride, int columns, int rows)
    {
        var open = Enumerable.Range(0, rows).SelectMany(y => Enumerable.Range(0, columns).Select(x => (x, y)))
            .Where(cell => map[(cell.y * stride) + cell.x] >= Threshold).ToHashSet();
        var found = new List<(int, int, int, int, int)>();
        foreach (var start in Enumerable.Range(0, rows * columns).Select(i => (i % columns, i / columns)))
        {
            if (!open.Remove(start))
            {
                continue;
            }

            var cells = new List<(int X, int Y)> { start };
            for (var i = 0; i < cells.Count; i++)
            {
                var (x, y) = cells[i];
                cells.AddRange(from dy in (int[])[-1, 0, 1] from dx in (int[])[-1, 0, 1] let next = (x + dx, y + dy) where open.Remove(next) select next);
            }

            found.Add((cells.Min(c => c.X), cells.Min(c => c.Y), cells.Max(c => c.X) + 1, cells.Max(c => c.Y) + 1, cells.Count));
        }

        return found;
    }
}
