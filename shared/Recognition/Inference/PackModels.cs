using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Inference;

/// <summary>The sessions of a pack, validated against its manifest before use.</summary>
internal sealed class PackModels : IDisposable
{
    private PackModels(OnnxModel detector, OnnxModel recognizer, OnnxModel? fastRecognizer)
    {
        Detector = detector;
        Recognizer = recognizer;
        FastRecognizer = fastRecognizer;
    }

    public OnnxModel Detector { get; }

    public OnnxModel Recognizer { get; }

    public OnnxModel? FastRecognizer { get; }

    /// <summary>Creates all sessions or none.</summary>
    /// <exception cref="ModelPackException">Contains every error of all models.</exception>
    public static PackModels Open(ModelPack pack, int threads)
    {
        var errors = new List<string>();
        var detector = OpenDetector(pack, threads, errors);
        var recognizer = OpenRecognizer("recognizer", pack, pack.Manifest.Recognizer, pack.RecognizerModel, threads, errors);
        var fast = pack.Manifest.FastRecognizer is { } settings
            ? OpenRecognizer("fastRecognizer", pack, settings, pack.FastRecognizerModel, threads, errors)
            : null;
        if (errors.Count == 0)
        {
            return new PackModels(detector!, recognizer!, fast);
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
