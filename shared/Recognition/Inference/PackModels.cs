using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Inference;

/// <summary>The two sessions of a pack, held against its manifest before anything is read with them.</summary>
internal sealed class PackModels : IDisposable
{
    private PackModels(OnnxModel detector, OnnxModel recognizer)
    {
        Detector = detector;
        Recognizer = recognizer;
    }

    public OnnxModel Detector { get; }

    public OnnxModel Recognizer { get; }

    /// <summary>Builds both sessions or none.</summary>
    /// <exception cref="ModelPackException">With every fault of both models.</exception>
    public static PackModels Open(ModelPack pack, int threads)
    {
        var faults = new List<string>();
        var (detector, recognizer) = (pack.Manifest.Detector, pack.Manifest.Recognizer);
        var first = Build("detector", pack.DetectorModel, detector.Input, detector.Output, threads, faults);
        var second = Build("recognizer", pack.RecognizerModel, recognizer.Input, recognizer.Output, threads, faults);
        if (first is not null)
        {
            CheckShape("detector.input", detector.Input, first.InputShape, [null, 1, null, null], faults);
            CheckShape("detector.output", detector.Output, first.OutputShape, [null, 1, null, null], faults);
        }

        if (second is not null)
        {
            CheckShape("recognizer.input", recognizer.Input, second.InputShape, [null, 1, recognizer.Height, null], faults);
            CheckShape("recognizer.output", recognizer.Output, second.OutputShape, [null, null, recognizer.Alphabet.Count + 1], faults);
        }

        if (faults.Count == 0)
        {
            return new PackModels(first!, second!);
        }

        first?.Dispose();
        second?.Dispose();
        throw new ModelPackException(pack.Folder, faults);
    }

    public void Dispose()
    {
        Detector.Dispose();
        Recognizer.Dispose();
    }

    private static OnnxModel? Build(string section, byte[] model, string input, string output, int threads, List<string> faults)
    {
        try
        {
            return new OnnxModel(model, input, output, threads);
        }
        catch (OnnxRuntimeException error)
        {
            faults.Add($"{section}.file: the runtime refuses the model ({error.Message})");
            return null;
        }
    }

    /// <summary>A <see langword="null"/> in <paramref name="expected"/> stands for any size; a free dimension fits every size.</summary>
    private static void CheckShape(string member, string name, int[]? actual, int?[] expected, List<string> faults)
    {
        if (actual is null)
        {
            faults.Add($"{member}: the model has no float32 tensor '{name}'");
            return;
        }

        var fits = actual.Length == expected.Length
            && expected.Zip(actual, (wanted, size) => wanted is null || size < 0 || size == wanted).All(ok => ok);
        if (!fits)
        {
            faults.Add($"{member}: '{name}' is {Show(actual)}, the manifest asks for {Show(expected)}");
        }
    }

    private static string Show(IEnumerable<int> shape) => Show(shape.Select(size => size < 0 ? (int?)null : size));

    private static string Show(IEnumerable<int?> shape) =>
        $"[{string.Join(',', shape.Select(size => size?.ToString(CultureInfo.InvariantCulture) ?? "any"))}]";
}
