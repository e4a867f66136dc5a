using System.Diagnostics;
using CsCheck;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>Any file is read or rejected with a reason, in bounded time and memory.</summary>
public sealed class ImageFuzzTests
{
    private const long Cap = 1 << 20;

    // At the limit: the gray plane, the upright one, and the color of a whole image where the format has no strips; each rented in powers of two.
    private const long MaxBytes = 2 * (1 + 1 + 4) * Cap;

    // Thousands of times the duration of the largest image below the limit: a loaded machine passes, and a hang does not.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public void Undamaged_seeds_are_read() => Assert.All(Seeds.All, seed => Assert.True(Decodes(seed)));

    [Fact]
    public void A_damaged_image_is_read_or_rejected() => Damage.Of(Seeds.All).Fuzz(8_000, image => Decodes(image));

    [Fact]
    public void A_header_is_read_or_rejected_for_every_prefix_of_a_file() => Gen.Select(Damage.Of(Seeds.All), Gen.Double.Unit).Fuzz(4_000, (image, share) =>
    {
        try
        {
            var header = CheckedHeader.Read(image.AsSpan(0, (int)(share * image.Length)));
            Assert.True(header is { Width: > 0, Height: > 0 });
        }
        catch (ImageErrorException)
        {
        }
    });

    [Fact]
    public void A_wrong_size_is_rejected_or_gives_a_plane_of_that_size() =>
        Gen.Select(Gen.Int[0, Seeds.All.Count - 1], Sizes, Sizes).Fuzz(2_000, (seed, width, height) =>
            Decodes(LyingHeader.Resized(Seeds.All[seed], width, height)));

    [Fact]
    public void Bytes_that_are_not_an_image_are_rejected() => Gen.Byte.Array[0, 400].Fuzz(2_000, bytes => Decodes(bytes));

    private static readonly Gen<int> Sizes = Gen.OneOf(Gen.Int[0, 70], Gen.Int[1, 0x3FFF], Gen.OneOfConst(0, 1, 1023, 1024, 0x3FFF, 0xFFFF));

    /// <summary>Whether it was read; anything other than an error with its reason is a failure.</summary>
    private static bool Decodes(byte[] image)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var read = false;
        try
        {
            using var plane = ImageDecoder.Decode(image, Cap);
            Assert.InRange((long)plane.Width * plane.Height, 1, Cap);
            read = true;
        }
        catch (ImageErrorException)
        {
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytes);
        Assert.True(Stopwatch.GetElapsedTime(started) < Longest, "took too long");
        return read;
    }
}
