using System.Security.Cryptography;
using System.Text;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

/// <summary>The single steps against Pillow, OpenCV, Clipper and docTR's rules, as recorded by <c>training/onnxtr/tables.py</c>.</summary>
public sealed class StepTests
{
    [Fact]
    public void Resizes_to_the_byte_as_Pillow_does() => Assert.All(Fixtures.Cases("resizings"), item =>
    {
        var (size, target) = (item.GetProperty("size").Integers(), item.GetProperty("target").Integers());
        var pixels = item.GetProperty("pixels").Integers();
        using var plane = new ColorPlane(size[0], size[1]);
        for (var i = 0; i < plane.Pixels.Length; i++)
        {
            plane.Pixels[i] = 0xFF000000 | (uint)(pixels[3 * i] | (pixels[(3 * i) + 1] << 8) | (pixels[(3 * i) + 2] << 16));
        }

        var resized = new uint[target[0] * target[1]];
        BilinearResampler.Resize(plane, new PixelBox(0, 0, size[0], size[1]), resized, target[0], target[1]);
        Assert.Equal(
            item.GetProperty("resized").Integers(),
            resized.SelectMany(pixel => new[] { (int)(pixel & 0xFF), (int)(pixel >> 8 & 0xFF), (int)(pixel >> 16 & 0xFF) }));
    });

    [Fact]
    public void Expands_rectangles_as_Clipper_does() => Assert.All(Fixtures.Cases("unclips"), item =>
    {
        var n = item.Integers();
        var box = BoxFinder.Unclip(new Blob(n[0], n[1], n[0] + n[2] - 1, n[1] + n[3] - 1), BoxFinder.UnclipRatio);
        Assert.Equal(new PixelBox(n[4], n[5], n[6], n[7]), box);
    });

    [Fact]
    public void Finds_external_blobs_as_OpenCV_does_after_an_opening() => Assert.All(Fixtures.Cases("blobs"), item =>
    {
        var (width, height) = (item.GetProperty("size").Integers()[0], item.GetProperty("size").Integers()[1]);
        float[] logits = [.. item.GetProperty("bits").GetString()!.Select(bit => bit == '1' ? 1f : -1f)];
        var (map, spare) = (new byte[TextMap.Length(width, height)], new byte[TextMap.Length(width, height)]);
        spare.AsSpan().Fill(7);
        map.AsSpan().Fill(9);
        TextMap.Fill(logits, width, height, 0, map, spare);
        var blobs = BlobFinder.Find(map, TextMap.Stride(width)).OrderBy(blob => (blob.X0, blob.Y0, blob.X1, blob.Y1));
        Assert.Equal(
            item.GetProperty("blobs").EnumerateArray().Select(blob => blob.Integers()).Select(n => new Blob(n[0], n[1], n[2], n[3])), blobs);
    });

    [Fact]
    public void Splits_wide_crops_as_the_reference_does() => Assert.All(Fixtures.Cases("splits"), item =>
    {
        var size = item.GetProperty("size").Integers();
        var split = SplitCrop.Of(new PixelBox(100, 50, 100 + size[0], 50 + size[1]));
        Assert.Equal(item.GetProperty("starts").Integers(), split.Pieces.Select(piece => piece.X0 - 100));
        Assert.All(split.Pieces, piece =>
            Assert.Equal((item.GetProperty("width").GetInt32(), 50, 50 + size[1]), (piece.Width, piece.Y0, piece.Y1)));
        Assert.Equal(item.GetProperty("last").GetDouble(), split.LastOverlap, 1e-12);
    });

    [Fact]
    public void Merges_as_the_reference_does() => Assert.All(Fixtures.Cases("merges"), item =>
        Assert.Equal(item[3].GetString(), TextMerger.Merge(item[0].GetString()!, item[1].GetString()!, item[2].GetDouble())));

    [Theory]
    [InlineData("abcdi", "cdefgh", 0.5, "abcdefgh")] // docTR's own example
    [InlineData("abcd", "cdefgh", 0.5, "abcefgh")] // docTR's other example: the rule loses a letter that neither reading keeps
    [InlineData("a", "bcd", 0.5, "abcd")] // nothing to cut off
    [InlineData("", "bcd", 0.5, "bcd")]
    [InlineData("0000000", "0000000", 0.5, "0000000000")] // repeats: the expected overlap decides
    [InlineData("12345X", "X4567", 0.5, "1234567")] // half a character at either cut
    [InlineData("abc", "xyz", 0.0, "abcxyz")] // no overlap expected, none found
    public void Merges_two_readings(string a, string b, double overlap, string merged) => Assert.Equal(merged, TextMerger.Merge(a, b, overlap));

    [Fact]
    public void Merges_several_readings_from_the_left() =>
        Assert.Equal("abcdefghijk", TextMerger.Merge(["abcdX", "XdefX", "XefghX", "Xijk"], 0.5));

    [Fact]
    public void Decodes_as_the_reference_does() => Assert.All(Fixtures.Cases("readings"), item =>
    {
        var (text, confidence) = GreedyDecoder.Decode(item.GetProperty("logits").Floats(), ["a", "b", "c"]);
        Assert.Equal(item.GetProperty("text").GetString(), text);
        Assert.Equal(item.GetProperty("confidence").GetDouble(), confidence, 1e-5);
    });

    [Fact]
    public void A_blank_parts_equal_characters_and_the_least_sure_step_counts()
    {
        const float High = 20;
        float[] logits = [High, 0, 0, High, 0, 0, 0, 0, 1, High, 0, 0, 0, High, 0]; // a a _ a b
        var (text, confidence) = GreedyDecoder.Decode(logits, ["a", "b"]);
        Assert.Equal("aab", text);
        Assert.Equal(Math.E / (Math.E + 2), confidence, 1e-6);
    }

    [Fact]
    public void A_step_without_numbers_is_a_blank_of_confidence_0()
    {
        float[] logits = [9, 0, 0, float.NaN, 0, 0, 9, 0, float.PositiveInfinity, 0, 9, 0];
        Assert.Equal(("ab", 0f), GreedyDecoder.Decode(logits, ["a", "b"]));
    }

    [Fact]
    public void The_vocabulary_is_docTRs_french()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FrenchVocabulary.Characters)));
        Assert.Equal(126, FrenchVocabulary.Characters.Length);
        Assert.StartsWith("2ba2a5f8", hash, StringComparison.Ordinal);
    }
}
