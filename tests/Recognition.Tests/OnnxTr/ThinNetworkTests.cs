using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

/// <summary>
/// docTR's networks with every operation and a tenth of the width (squeeze and excitation, hard swish, transposed convolutions, aligned
/// bilinear upsampling, bidirectional LSTMs): ONNX Runtime after the C# preprocessing against PyTorch after Python's.
/// </summary>
public sealed class ThinNetworkTests : IDisposable
{
    private readonly OnnxTrPack _pack = Fixtures.Load("thin");
    private readonly OnnxTrModels _models;

    public ThinNetworkTests() => _models = OnnxTrModels.Open(_pack, threads: 1);

    [Fact]
    public void The_detector_gives_the_logits_of_PyTorch()
    {
        var expected = Fixtures.Thin.GetProperty("detector");
        var logits = Run(_models.Detector, _pack.Settings.Detector, symmetric: true, expected.GetProperty("page").GetString()!);
        Assert.Equal(1024 * 1024, logits.Length);
        Assert.All(
            expected.GetProperty("at").Integers().Zip(expected.GetProperty("logits").Floats()),
            sample => Assert.Equal(sample.Second, logits[sample.First], 1e-3));
    }

    [Fact]
    public void The_recognizer_gives_the_logits_of_PyTorch()
    {
        var expected = Fixtures.Thin.GetProperty("recognizer");
        var logits = Run(_models.Recognizer, _pack.Settings.Recognizer, symmetric: false, expected.GetProperty("page").GetString()!);
        Assert.Equal(32 * 127, logits.Length);
        Assert.All(expected.GetProperty("logits").Floats().Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-3));
    }

    public void Dispose() => _models.Dispose();

    private static float[] Run(OnnxTrModel model, OnnxTrModelSettings settings, bool symmetric, string name)
    {
        using var page = Fixtures.Plane(name);
        var (input, output) = (new float[model.InputLength], new float[model.OutputLength]);
        new InputWriter(model, settings, symmetric).Write(page, new PixelBox(0, 0, page.Width, page.Height), input);
        model.Run(input, output, batch: 1);
        return output;
    }
}
