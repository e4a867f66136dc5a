using Ocr.Recognition.Inference;
using Ocr.Recognition.Inference.Quantized;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Inference;

public sealed class EngineChoiceTests
{
    private static readonly string Own = ConvolutionKernel.IsSupported ? "quantized" : "onnxruntime";

    [Fact]
    public void The_engine_that_was_asked_for_runs_every_network()
    {
        AssertAll("onnxruntime", InferenceEngine.OnnxRuntime, threads: 1);
        AssertAll(Own, InferenceEngine.Quantized, threads: 1);
    }

    [Fact]
    public void Several_threads_inside_a_run_need_ONNX_Runtime() => AssertAll("onnxruntime", InferenceEngine.Quantized, threads: 2);

    [Theory]
    [InlineData(ReadingProfile.Fast)]
    [InlineData(ReadingProfile.Thorough)]
    public void Both_engines_read_the_same_words(ReadingProfile profile)
    {
        using var runtime = ReceiptReader.Create(Repository.Pack, new ReaderOptions { Engine = InferenceEngine.OnnxRuntime });
        using var quantized = ReceiptReader.Create(Repository.Pack, new ReaderOptions { Engine = InferenceEngine.Quantized });
        Assert.StartsWith($"detector: {Own}", quantized.Engines, StringComparison.Ordinal);
        foreach (var (image, _) in Receipts.Load(6))
        {
            var (a, b) = (runtime.Read(image, profile).Words, quantized.Read(image, profile).Words);
            Assert.True(a.Count > 10);
            Assert.Equal(a.Select(word => word.Text), b.Select(word => word.Text));
            Assert.All(a.Zip(b), pair => Assert.Equal(pair.First.Confidence, pair.Second.Confidence, 0.001));
        }
    }

    private static void AssertAll(string expected, InferenceEngine engine, int threads)
    {
        using var models = PackModels.Open(ModelPack.Load(Repository.Pack), threads, engine);
        Assert.All([models.Detector, models.Recognizer, models.FastRecognizer!], network => Assert.StartsWith(expected, network.Engine, StringComparison.Ordinal));
    }
}
