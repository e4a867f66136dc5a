using CsCheck;
using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Tests.Rectification;

/// <summary>Words in rows on a level page, and the regions that a detector's map shows of them when the page is tilted.</summary>
internal static class Pages
{
    private const int Cell = 2;

    /// <summary>Boxes of words in rows on a page of 480 × 800.</summary>
    public static readonly Gen<List<TextRegion>> Level = Gen.Select(Gen.Int[6, 20], Gen.Int, (rows, seed) =>
    {
        var random = new Random(seed);
        var words = new List<TextRegion>();
        for (var row = 0; row < rows; row++)
        {
            var (y, x) = (60 + (row * 680.0 / rows), 20.0 + random.Next(40));
            for (var height = random.Next(10, 18); x < 420; x += 12)
            {
                var right = x + (height * (2 + (random.NextDouble() * 7)));
                if (right < 460)
                {
                    words.Add(new TextRegion(x, y, right, y + height, 1));
                }

                x = right;
            }
        }

        return words;
    });

    /// <summary>The components in a map of cells when every word's rectangle is projected by <paramref name="tilt"/>.</summary>
    public static List<TextRegion> Seen(IEnumerable<TextRegion> words, Projection tilt, int width, int height)
    {
        var (columns, rows) = (width / Cell, height / Cell);
        var map = new float[columns * rows];
        var back = tilt.Inverse();
        Array.Fill(map, -9);
        foreach (var word in words)
        {
            // The network outputs shrunk words, so that rows do not touch.
            var inset = word.Height * 0.22;
            (double X, double Y)[] corners = [tilt.Map(word.X0, word.Y0), tilt.Map(word.X1, word.Y0), tilt.Map(word.X1, word.Y1), tilt.Map(word.X0, word.Y1)];
            for (var y = Row(corners.Min(c => c.Y), rows); y <= Row(corners.Max(c => c.Y), rows); y++)
            {
                for (var x = Row(corners.Min(c => c.X), columns); x <= Row(corners.Max(c => c.X), columns); x++)
                {
                    var (u, v) = back.Map((x + 0.5) * Cell, (y + 0.5) * Cell);
                    if (u > word.X0 + inset && u < word.X1 - inset && v > word.Y0 + inset && v < word.Y1 - inset)
                    {
                        map[(y * columns) + x] = 9;
                    }
                }
            }
        }

        var scaled = new ScaledPage(new PixelBox(0, 0, width, height), columns * Cell, rows * Cell, columns * Cell, rows * Cell);
        return BoxBuilder.Build(map, scaled, TestPacks.Detector);
    }

    private static int Row(double at, int count) => Math.Clamp((int)(at / Cell), 0, count - 1);
}
