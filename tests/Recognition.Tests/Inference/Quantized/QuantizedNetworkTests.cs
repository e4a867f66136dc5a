using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Inference.Onnx;
using Ocr.Recognition.Inference.Quantized;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>The shipped networks give the outputs of ONNX Runtime.</summary>
public sealed class QuantizedNetworkTests
{
    private static readonly ModelPack Pack = ModelPack.Load(Repository.Pack);

    [Theory]
    [InlineData(32, 32)]
    [InlineData(96, 480)]
    [InlineData(480, 224)]
    public void The_detector_gives_the_outputs_of_ONNX_Runtime(int height, int width)
    {
        AssertSame(Pack.DetectorModel, [1, 1, height, width], [1, 1, height / 2, width / 2], [Page(height, width)]);
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(3, 96)]
    [InlineData(2, 640)]
    public void The_recognizers_give_the_outputs_of_ONNX_Runtime(int words, int width)
    {
        foreach (var model in new[] { Pack.RecognizerModel, Pack.FastRecognizerModel })
        {
            AssertSame(
                model, [words, 1, 32, width], [words, width / 2, Pack.Manifest.Recognizer.Alphabet.Count + 1], [.. Enumerable.Range(0, words).Select(_ => Page(32, width))]);
        }
    }

    [Fact]
    public async Task Concurrent_runs_of_different_sizes_give_the_outputs_of_single_ones()
    {
        using var network = new QuantizedNetwork(NetworkPlanner.Plan(OnnxGraph.Read(Pack.DetectorModel)));
        float[] Run(int side)
        {
            var output = new float[side * side / 4];
            network.Run(Page(side, side), 1, new MapSize(side, side), output);
            return output;
        }

        int[] sides = [32, 256, 64, 128];
        float[][] alone = [.. sides.Select(Run)];
        var together = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Run(sides[i % sides.Length]))));
        Assert.All(together.Select((output, i) => (output, i)), run => Assert.Equal(alone[run.i % sides.Length], run.output));
    }

    [Fact]
    public void A_size_that_does_not_match_the_output_is_refused()
    {
        using var network = new QuantizedNetwork(NetworkPlanner.Plan(OnnxGraph.Read(Pack.DetectorModel)));
        Assert.Throws<ArgumentException>(() => network.Run(new float[32 * 32], 1, new MapSize(32, 32), new float[5]));
        Assert.Throws<ArgumentException>(() => network.Run(new float[32 * 31], 1, new MapSize(32, 32), new float[256]));
        Assert.Throws<ArgumentException>(() => network.Run(new float[40 * 40], 1, new MapSize(40, 40), new float[400]));
    }

    /// <summary>All bytes between the layers are equal. Only the real numbers at the end are added in another order.</summary>
    private static void AssertSame(byte[] model, long[] inputShape, long[] outputShape, float[][] images)
    {
        float[] input = [.. images.SelectMany(image => image)];
        var (expected, output) = (new float[outputShape.Aggregate((a, b) => a * b)], new float[outputShape.Aggregate((a, b) => a * b)]);
        using var runtime = new OnnxModel(model, input: null, output: null, threads: 1, boundedPairs: true);
        using var quantized = new QuantizedModel(new QuantizedNetwork(NetworkPlanner.Plan(OnnxGraph.Read(model))));
        runtime.Run(input, inputShape, expected, outputShape);
        quantized.Run(input, inputShape, output, outputShape);
        Assert.True(expected.Max() - expected.Min() > 5);
        Assert.All(expected.Zip(output), pair => Assert.Equal(pair.First, pair.Second, 0.001f));
    }

    /// <summary>A part of a committed receipt, -1 to 1.</summary>
    private static float[] Page(int height, int width)
    {
        using var page = ImageDecoder.Decode(Receipts.Load(1).Single().Image, long.MaxValue);
        var gray = new byte[height * width];
        Resampler.Resize(page, new PixelBox(0, 0, Math.Min(page.Width, width), Math.Min(page.Height, height)), gray, width, height);
        var values = new float[gray.Length];
        GrayToFloat.Convert(gray, values, 2 / 255f, -1);
        return values;
    }
}
