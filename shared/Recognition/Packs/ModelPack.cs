using System.Globalization;
using System.Text.Json;

namespace Ocr.Recognition.Packs;

/// <summary>A pack whose files are the ones that its manifest describes.</summary>
/// <param name="Folder">Where it was loaded from.</param>
/// <param name="Manifest">The manifest.</param>
/// <param name="DetectorModel">The detector's ONNX bytes, hash checked.</param>
/// <param name="RecognizerModel">The recogniser's ONNX bytes, hash checked.</param>
/// <param name="FastRecognizerModel">Those of the fast recogniser; empty when the manifest has none.</param>
internal sealed record ModelPack(
    string Folder, PackManifest Manifest, byte[] DetectorModel, byte[] RecognizerModel, byte[] FastRecognizerModel)
{
    public const string ManifestFile = "manifest.json";

    /// <summary>Name and version, <c>compact-1.0.0</c>.</summary>
    public string Id => $"{Manifest.Name}-{Manifest.Version}";

    /// <summary>Loads and validates.</summary>
    /// <exception cref="ModelPackException">With every fault of the manifest and of the files.</exception>
    public static ModelPack Load(string folder)
    {
        var faults = new List<string>();
        using var json = Parse(folder, faults);
        if (json is null)
        {
            throw new ModelPackException(folder, faults);
        }

        var manifest = ManifestReader.Read(json.RootElement, faults);
        var detector = PackFile.Read(folder, "detector", manifest.Detector.File, manifest.Detector.Sha256, faults);
        var recognizer = PackFile.Read(folder, "recognizer", manifest.Recognizer.File, manifest.Recognizer.Sha256, faults);
        var fast = manifest.FastRecognizer is { } settings ? PackFile.Read(folder, "fastRecognizer", settings.File, settings.Sha256, faults) : [];
        return faults.Count == 0 ? new ModelPack(folder, manifest, detector, recognizer, fast) : throw new ModelPackException(folder, faults);
    }

    private static JsonDocument? Parse(string folder, List<string> faults)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ManifestFile)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{ManifestFile}: cannot be read ({error.Message})");
        }
        catch (JsonException error)
        {
            faults.Add($"{ManifestFile}: is not JSON (line {((error.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture)})");
        }

        return null;
    }
}
