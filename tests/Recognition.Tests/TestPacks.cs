using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests;

/// <summary>Settings for tests.</summary>
internal static class TestPacks
{
    public static RecognizerSettings Recognizer { get; } = new()
    {
        File = "recognizer.onnx",
        Sha256 = "",
        Input = "input",
        Output = "logits",
        Height = 32,
        TimeStepPixels = 4,
        WidthBuckets = [32, 64, 128],
        MaxWidth = 128,
        Margin = 0.1,
        MinStd = 8,
        Alphabet = [" ", "a", "b"],
    };

    public static DetectorSettings Detector { get; } = new()
    {
        File = "detector.onnx",
        Sha256 = "",
        Input = "input",
        Output = "logits",
        Stride = 32,
        OutputStride = 2,
        TargetWidths = [480, 960],
        MaxSide = 1600,
        Mean = 0.5,
        Std = 0.5,
        Threshold = 0.4,
        BoxThreshold = 0.6,
        UnclipRatio = 0.393,
        MinHeight = 5,
    };
}
