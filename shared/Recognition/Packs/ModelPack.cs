using System.Globalization;
using System.Text.Json;

namespace Ocr.Recognition.Packs;

/// <summary>A pack whose files match its manifest.</summary>
/// <param name="Folder">The folder from which it was loaded.</param>
/// <param name="Manifest">The manifest.</param>
/// <param name="DetectorModel">The detector's ONNX bytes, hash verified.</param>
/// <param name="RecognizerModel">The recognizer's ONNX bytes, hash verified.</param>
/// <param name="FastRecognizerModel">The fast recognizer's ONNX bytes; empty when the manifest has no fast recognizer.</param>
internal sealed record ModelPack(
    string Folder, PackManifest Manifest, byte[] DetectorModel, byte[] RecognizerModel, byte[] FastRecognizerModel)
{
    public const string ManifestFile = "manifest.json";

    /// <summary>Name and version, <c>compact-1.0.0</c>.</summary>
    public string Id => $"{Manifest.Name}-{Manifest.Version}";

    /// <summary>Loads and validates a pack.</summary>
    /// <exception cref="ModelPackException">Contains every error of the manifest and of the files.</exception>
    public static ModelPack Load(string folder)
    {
        var errors = new List<string>();
        using var json = Parse(folder, errors);
        if (json is null)
        {
            throw new ModelPackException(folder, errors);
        }

        var manifest = ManifestReader.Read(json.RootElement, errors);
        var detector = PackFile.Read(folder, "detector", manifest.Detector.File, manifest.Detector.Sha256, errors);
        var recognizer = PackFile.Read(folder, "recognizer", manifest.Recognizer.File, manifest.Recognizer.Sha256, errors);
        var fast = manifest.FastRecognizer is { } settings ? PackFile.Read(folder, "fastRecognizer", settings.File, settings.Sha256, errors) : [];
        return errors.Count == 0 ? new ModelPack(folder, manifest, detector, recognizer, fast) : throw new ModelPackException(folder, errors);
    }

    private static JsonDocument? Parse(string folder, List<string> errors)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ManifestFile)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{ManifestFile}: cannot be read ({error.Message})");
        }
        catch (JsonException error)
        {
            errors.Add($"{ManifestFile}: is not JSON (line {((error.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture)})");
        }

        return null;
    }
}
