using System.Globalization;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Tests.Imaging;

/// <summary>Memory of decoding; not in parallel with other tests, because the value is that of the whole process.</summary>
[Collection(nameof(DecodingMemoryTests))]
[CollectionDefinition(nameof(DecodingMemoryTests), DisableParallelization = true)]
public sealed class DecodingMemoryTests
{
    [Fact]
    public void Forty_megapixels_of_16_bits_take_little_more_than_their_gray_plane_and_release_it()
    {
        const int Side = 6_324;
        var png = InterlacedPngTests.Blank((6, 16), Side, Side);
        ImageDecoder.Decode(InterlacedPngTests.Png((6, 16), 64, 64, false, new Random(1)), 40_000_000).Dispose();
        var before = Resident("VmRSS");
        File.WriteAllText("/proc/self/clear_refs", "5"); // resets the peak
        using (var plane = ImageDecoder.Decode(png, 40_000_000))
        {
            Assert.Equal(Side, plane.Width);
        }

        // The codec would take 12 more bytes per pixel: 480 MB.
        Assert.InRange(Resident("VmHWM") - before, 0, 120L * 1024 * 1024);
        Assert.InRange(Resident("VmRSS") - before, long.MinValue, 60L * 1024 * 1024);
    }

    private static long Resident(string name)
    {
        var line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
