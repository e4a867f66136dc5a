using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Inference;

/// <summary>
/// The shipped pack needs no precise kernels. The test can only fail on a processor without VNNI: other ones have no kernel that saturates.
/// </summary>
public sealed class OnnxModelTests
{
    [Fact]
    public void The_shipped_models_give_the_same_outputs_with_fast_and_with_precise_kernels()
    {
        var pack = ModelPack.Load(Repository.Pack);
        Assert.True(pack.Manifest.BoundedPairs);
        Same(pack.DetectorModel, [1, 1, 160, 96], [1, 1, 80, 48]);
        Same(pack.RecognizerModel, [2, 1, 32, 96], [2, 48, pack.Manifest.Recognizer.Alphabet.Count + 1]);
        Same(pack.FastRecognizerModel, [2, 1, 32, 96], [2, 48, pack.Manifest.Recognizer.Alphabet.Count + 1]);
    }

    private static void Same(byte[] model, long[] inputShape, long[] outputShape)
    {
        var random = new Random(1);
        using var fast = new OnnxModel(model, input: null, output: null, threads: 1, boundedPairs: true);
        using var precise = new OnnxModel(model, input: null, output: null, threads: 1, boundedPairs: false);
        for (var i = 0; i < 4; i++)
        {
            // Noise of full contrast gives the largest activations.
            float[] input = [.. Enumerable.Range(0, (int)inputShape.Aggregate((a, b) => a * b)).Select(_ => random.Next(2) == 0 ? -3f : 3f)];
            Assert.Equal(Run(precise, input, inputShape, outputShape), Run(fast, input, inputShape, outputShape));
        }
    }

    private static float[] Run(OnnxModel model, float[] input, long[] inputShape, long[] outputShape)
    {
        var output = new float[outputShape.Aggregate((a, b) => a * b)];
        model.Run(input, inputShape, output, outputShape);
        return output;
    }
}
