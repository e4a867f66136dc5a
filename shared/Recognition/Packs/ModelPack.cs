using System.Globalization;
using System.Security.Cryptography;
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
        var detector = File(folder, "detector", manifest.Detector.File, manifest.Detector.Sha256, faults);
        var recognizer = File(folder, "recognizer", manifest.Recognizer.File, manifest.Recognizer.Sha256, faults);
        var fast = manifest.FastRecognizer is { } settings ? File(folder, "fastRecognizer", settings.File, settings.Sha256, faults) : [];
        return faults.Count == 0 ? new ModelPack(folder, manifest, detector, recognizer, fast) : throw new ModelPackException(folder, faults);
    }

    private static JsonDocument? Parse(string folder, List<string> faults)
    {
        try
        {
            return JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, ManifestFile)));
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

    private static byte[] File(string folder, string section, string name, string sha256, List<string> faults)
    {
        // A name with a folder in it was refused with the manifest; it must not be opened all the same.
        if (name.Length == 0 || name != Path.GetFileName(name))
        {
            return [];
        }

        try
        {
            var bytes = System.IO.File.ReadAllBytes(Path.Combine(folder, name));
            var actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (sha256.Length > 0 && actual != sha256)
            {
                faults.Add($"{section}.sha256: {name} has {actual}, the manifest says {sha256}");
            }

            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{section}.file: {name} cannot be read ({error.Message})");
            return [];
        }
    }
}
