using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.OnnxTr;

/// <summary>A folder with OnnxTR's own files, with their hashes verified.</summary>
/// <param name="Folder">The folder from which it was loaded.</param>
/// <param name="Id">Its name and eight digits that change with any file or setting: <c>onnxtr-0a1b2c3d</c>.</param>
/// <param name="Settings">The manifest with its defaults.</param>
/// <param name="DetectorModel">The detector's ONNX bytes.</param>
/// <param name="RecognizerModel">The recognizer's ONNX bytes.</param>
internal sealed record OnnxTrPack(string Folder, string Id, OnnxTrSettings Settings, byte[] DetectorModel, byte[] RecognizerModel)
{
    /// <summary>
    /// Loads and validates a folder whose manifest contains <c>"kind": "onnxtr"</c>, or that has no manifest and contains one detector and one
    /// recognizer with OnnxTR's names.
    /// </summary>
    /// <returns><see langword="null"/> for a folder of another kind or of unknown kind.</returns>
    /// <exception cref="ModelPackException">Contains every error of the manifest and of the files.</exception>
    public static OnnxTrPack? TryLoad(string folder)
    {
        var manifest = Path.Combine(folder, ModelPack.ManifestFile);
        using var json = File.Exists(manifest) ? Declared(manifest) : Conventional(folder);
        return json is null ? null : Load(folder, json.RootElement);
    }

    private static OnnxTrPack Load(string folder, JsonElement manifest)
    {
        var errors = new List<string>();
        var settings = OnnxTrManifest.Read(manifest, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), errors);
        var detector = PackFile.Read(folder, "detector", settings.Detector.File, settings.Detector.Sha256, errors);
        var recognizer = PackFile.Read(folder, "recognizer", settings.Recognizer.File, settings.Recognizer.Sha256, errors);
        if (errors.Count > 0)
        {
            throw new ModelPackException(folder, errors);
        }

        byte[] all = [.. Encoding.UTF8.GetBytes(manifest.GetRawText()), .. SHA256.HashData(detector), .. SHA256.HashData(recognizer)];
        var id = $"{settings.Name}-{Convert.ToHexStringLower(SHA256.HashData(all))[..8]}";
        return new OnnxTrPack(folder, id, settings, detector, recognizer);
    }

    /// <summary>Returns the manifest if it is of this kind. A malformed one is left to the other kind's reader, which reports it.</summary>
    private static JsonDocument? Declared(string path)
    {
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.TryGetProperty("kind", out var kind) && kind.ValueEquals(OnnxTrManifest.Kind))
            {
                return json;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
        }

        json?.Dispose();
        return null;
    }

    /// <summary>Returns the manifest that the files' names imply.</summary>
    private static JsonDocument? Conventional(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))] : [];
        var (detectors, recognizers) = (files.Where(Architecture.IsDetector).ToArray(), files.Where(Architecture.IsRecognizer).ToArray());
        return (detectors, recognizers) switch
        {
            ({ Length: 0 }, { Length: 0 }) => null,
            ([var detector], [var recognizer]) => JsonSerializer.SerializeToDocument(
                new { detector = new { file = detector }, recognizer = new { file = recognizer } }),
            _ => throw new ModelPackException(
                folder, [$"{ModelPack.ManifestFile}: is needed, because the folder does not hold exactly one detector (db_…, linknet_…, "
                    + $"fast_…) and one recogniser (crnn_…); it holds {string.Join(", ", detectors.Concat(recognizers).Order())}"]),
        };
    }
}
