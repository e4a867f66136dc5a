using System.Text.Json;
using CsCheck;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Tests.Imaging;

public sealed class ResamplerTests
{
    [Fact]
    public void A_flat_plane_stays_flat() =>
        Gen.Select(Gen.Byte, Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 90]).Sample((gray, w, h, toW, toH) =>
        {
            using var plane = new GrayPlane(w, h);
            plane.Pixels.Fill(gray);
            return Resize(plane, toW, toH).All(pixel => pixel == gray);
        });

    [Fact]
    public void The_same_size_is_the_same_plane() => Planes.Sample(pixels =>
    {
        using var plane = Plane(pixels);
        return Resize(plane, plane.Width, plane.Height).SequenceEqual(plane.Pixels.ToArray());
    });

    [Fact]
    public void Shrinking_by_a_whole_factor_is_the_mean_of_each_block() => Gen.Select(Planes, Gen.Int[2, 4]).Sample((pixels, factor) =>
    {
        using var plane = Plane(pixels);
        var (width, height) = (plane.Width / factor, plane.Height / factor);
        if (width == 0 || height == 0)
        {
            return;
        }

        var area = new PixelBox(plane.Width % factor, plane.Height % factor, plane.Width, plane.Height);
        var result = new byte[width * height];
        Resampler.Resize(plane, area, result, width, height);
        for (var i = 0; i < result.Length; i++)
        {
            var (x, y) = (area.X0 + (i % width * factor), area.Y0 + (i / width * factor));
            var block = from dy in Enumerable.Range(0, factor)
                        from dx in Enumerable.Range(0, factor)
                        select (double)pixels[x + dx, y + dy];
            Assert.InRange(result[i] - block.Average(), -0.51, 0.51);
        }
    });

    [Fact]
    public void Shrinking_preserves_the_mean() => Gen.Select(Planes, Gen.Double[0.2, 0.99]).Sample((pixels, scale) =>
    {
        using var plane = Plane(pixels);
        var result = Resize(plane, Math.Max(1, (int)(plane.Width * scale)), Math.Max(1, (int)(plane.Height * scale)));
        Assert.InRange(result.Average(pixel => pixel) - pixels.Cast<byte>().Average(pixel => pixel), -1, 1);
    });

    [Fact]
    public void Every_tap_reads_inside_the_source_and_weighs_one() => Gen.Select(Gen.Int[1, 400], Gen.Int[1, 400]).Sample((source, target) =>
    {
        var taps = new Tap[target];
        Tap.Fill(taps, source);
        foreach (var tap in taps)
        {
            Assert.True(tap.Start >= 0 && tap.Count >= 1 && tap.Start + tap.Count <= source, $"{source} -> {target}: {tap}");
            var weight = tap.First + (tap.Count > 1 ? tap.Last + (tap.Middle * (tap.Count - 2)) : 0);
            Assert.InRange(weight, 0.999, 1.001);
        }
    });

    [Fact]
    public void Enlarging_keeps_the_corners()
    {
        using var plane = Plane(new byte[,] { { 10, 200 }, { 60, 90 } });
        var result = Resize(plane, 7, 9);
        Assert.Equal<byte>([10, 60, 200, 90], [result[0], result[6], result[56], result[62]]);
    }

    [Fact]
    public void Resizes_as_the_models_were_trained()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(Repository.TestFile("assets", "resizings.json")));
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            var (size, target) = (Integers(item, "size"), Integers(item, "target"));
            using var plane = new GrayPlane(size[0], size[1]);
            Integers(item, "pixels").Select(pixel => (byte)pixel).ToArray().CopyTo(plane.Pixels);
            var expected = Integers(item, "resized");
            var result = Resize(plane, target[0], target[1]);
            Assert.All(expected.Zip(result), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
        }
    }

    private static int[] Integers(JsonElement item, string name) =>
        [.. item.GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];

    private static readonly Gen<byte[,]> Planes = Gen.Byte.Array2D[Gen.Int[1, 70], Gen.Int[1, 40]];

    private static GrayPlane Plane(byte[,] pixels)
    {
        var plane = new GrayPlane(pixels.GetLength(0), pixels.GetLength(1));
        for (var y = 0; y < plane.Height; y++)
        {
            for (var x = 0; x < plane.Width; x++)
            {
                plane.Row(y)[x] = pixels[x, y];
            }
        }

        return plane;
    }

    private static byte[] Resize(GrayPlane plane, int width, int height)
    {
        var result = new byte[width * height];
        Resampler.Resize(plane, new PixelBox(0, 0, plane.Width, plane.Height), result, width, height);
        return result;
    }
}
