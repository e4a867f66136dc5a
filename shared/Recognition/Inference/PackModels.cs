using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Inference;

/// <summary>The networks of a pack, validated against its manifest before use.</summary>
internal sealed class PackModels : IDisposable
{
    // Sizes of the trial that compares engines: a fifth of the first pass over a screenshot, and eight words of usual length.
    private const int TrialStrides = 8;
    private const int TrialWords = 8;
    private const int TrialWidth = 96;

    private PackModels(INetwork detector, INetwork recognizer, INetwork? fastRecognizer)
    {
        Detector = detector;
        Recognizer = recognizer;
        FastRecognizer = fastRecognizer;
    }

    public INetwork Detector { get; }

    public INetwork Recognizer { get; }

    public INetwork? FastRecognizer { get; }

    /// <summary>What runs each network, in words.</summary>
    public string Engines => $"detector: {Detector.Engine}, recognizer: {Recognizer.Engine}" + (FastRecognizer is null ? "" : $", fast recognizer: {FastRecognizer.Engine}");

    /// <summary>Creates all networks or none.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="threads">Threads inside one run.</param>
    /// <param name="engine">What runs the networks.</param>
    /// <exception cref="ModelPackException">Contains every error of all models.</exception>
    public static PackModels Open(ModelPack pack, int threads, InferenceEngine engine = InferenceEngine.Fastest)
    {
        var errors = new List<string>();
        var detector = OpenDetector(pack, threads, errors);
        var recognizer = OpenRecognizer("recognizer", pack, pack.Manifest.Recognizer, pack.RecognizerModel, threads, errors);
        var fast = pack.Manifest.FastRecognizer is { } settings
            ? OpenRecognizer("fastRecognizer", pack, settings, pack.FastRecognizerModel, threads, errors)
            : null;
        if (errors.Count == 0)
        {
            var choice = new EngineChoice(engine, threads);
            var (height, wide) = (pack.Manifest.Recognizer.Height, pack.Manifest.Detector.Stride * TrialStrides);
            return new PackModels(
                choice.Of(detector!, pack.DetectorModel, [1, 1, wide, wide]),
                choice.Of(recognizer!, pack.RecognizerModel, [TrialWords, 1, height, TrialWidth]),
                fast is null ? null : choice.Of(fast, pack.FastRecognizerModel, [TrialWords, 1, height, TrialWidth]));
        }

        detector?.Dispose();
        recognizer?.Dispose();
        fast?.Dispose();
        throw new ModelPackException(pack.Folder, errors);
    }

    public void Dispose()
    {
        Detector.Dispose();
        Recognizer.Dispose();
        FastRecognizer?.Dispose();
    }

    private static OnnxModel? OpenDetector(ModelPack pack, int threads, List<string> errors)
    {
        var settings = pack.Manifest.Detector;
        var model = Build("detector", pack, pack.DetectorModel, settings.Input, settings.Output, threads, errors);
        if (model is not null)
        {
            CheckShape("detector.input", settings.Input, model.InputShape, [null, 1, null, null], errors);
            CheckShape("detector.output", settings.Output, model.OutputShape, [null, 1, null, null], errors);
        }

        return model;
    }

    private static OnnxModel? OpenRecognizer(
        string section, ModelPack pack, RecognizerSettings settings, byte[] bytes, int threads, List<string> errors)
    {
        var model = Build(section, pack, bytes, settings.Input, settings.Output, threads, errors);
        if (model is not null)
        {
            CheckShape($"{section}.input", settings.Input, model.InputShape, [null, 1, settings.Height, null], errors);
            CheckShape($"{section}.output", settings.Output, model.OutputShape, [null, null, settings.Alphabet.Count + 1], errors);
        }

        return model;
    }

    private static OnnxModel? Build(
        string section, ModelPack pack, byte[] model, string input, string output, int threads, List<string> errors)
    {
        try
        {
            return new OnnxModel(model, input, output, threads, pack.Manifest.BoundedPairs);
        }
        catch (OnnxRuntimeException error)
        {
            errors.Add($"{section}.file: the runtime refuses the model ({error.Message})");
            return null;
        }
    }

    /// <summary>A <see langword="null"/> in <paramref name="expected"/> matches any size; a free dimension matches every size.</summary>
    private static void CheckShape(string member, string name, int[]? actual, int?[] expected, List<string> errors)
    {
        if (actual is null)
        {
            errors.Add($"{member}: the model has no float32 tensor '{name}'");
            return;
        }

        var fits = actual.Length == expected.Length
            && expected.Zip(actual, (wanted, size) => wanted is null || size < 0 || size == wanted).All(ok => ok);
        if (!fits)
        {
            errors.Add($"{member}: '{name}' is {Show(actual)}, the manifest asks for {Show(expected)}");
        }
    }

    private static string Show(IEnumerable<int> shape) => Show(shape.Select(size => size < 0 ? (int?)null : size));

    private static string Show(IEnumerable<int?> shape) =>
        $"[{string.Join(',', shape.Select(size => size?.ToString(CultureInfo.InvariantCulture) ?? "any"))}]";
}
