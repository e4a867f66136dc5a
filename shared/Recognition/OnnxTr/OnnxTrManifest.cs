using System.Text.Json;
using System.Text.RegularExpressions;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Parses a manifest. Every member except the two file names is optional and defaults to OnnxTR's own configuration.</summary>
internal static partial class OnnxTrManifest
{
    /// <summary>The value of the manifest's member <c>kind</c>.</summary>
    public const string Kind = "onnxtr";

    private const double Tiny = 1e-6;
    private static readonly double[] PageMean = [0.798, 0.785, 0.772];
    private static readonly double[] PageStd = [0.264, 0.2749, 0.287];
    private static readonly double[] CropMean = [0.694, 0.695, 0.693];
    private static readonly double[] CropStd = [0.299, 0.296, 0.301];

    /// <summary>Reads a manifest; the settings are usable only if no error was added.</summary>
    public static OnnxTrSettings Read(JsonElement json, string folderName, List<string> errors)
    {
        var root = new ManifestSection(json, "", errors);
        foreach (var member in (string[])["$schema", "kind", "license", "description"])
        {
            root.Allow(member);
        }

        var (detector, recognizer) = (root.Section("detector"), root.Section("recognizer"));
        var settings = new OnnxTrSettings
        {
            Name = root.Has("name") ? ManifestReader.Matching(root, "name", Name(), "letters, digits, dots, hyphens and underscores") : folderName,
            Detector = ReadDetector(detector),
            Recognizer = ReadRecognizer(recognizer),
        };
        root.RejectUnknown();
        detector.RejectUnknown();
        recognizer.RejectUnknown();
        return settings;
    }

    private static OnnxTrDetector ReadDetector(ManifestSection section)
    {
        var file = ManifestReader.Matching(section, "file", ManifestReader.FileName(), "the name of an .onnx file next to the manifest");
        return new OnnxTrDetector
        {
            File = file,
            Sha256 = HashOf(section, file),
            Mean = Channels(section, "mean", PageMean, -10),
            Std = Channels(section, "std", PageStd, Tiny),
            Height = section.Has("height") ? section.Integer("height", 32, 4096) : 1024,
            Width = section.Has("width") ? section.Integer("width", 32, 4096) : 1024,
            Threshold = section.Has("threshold") ? section.Number("threshold", Tiny, 1 - Tiny) : Architecture.Threshold(file),
            BoxThreshold = section.Has("boxThreshold") ? section.Number("boxThreshold", 0, 1) : 0.1,
        };
    }

    private static OnnxTrRecognizer ReadRecognizer(ManifestSection section)
    {
        var file = ManifestReader.Matching(section, "file", ManifestReader.FileName(), "the name of an .onnx file next to the manifest");
        if (Architecture.NeedsAnotherDecoder(file))
        {
            section.Error("file", $"must be a model for CTC, such as crnn_vgg16_bn; {file} needs another decoder");
        }

        var alphabet = section.Has("alphabet") ? section.Text("alphabet") : FrenchVocabulary.Characters;
        return new OnnxTrRecognizer
        {
            File = file,
            Sha256 = HashOf(section, file),
            Mean = Channels(section, "mean", CropMean, -10),
            Std = Channels(section, "std", CropStd, Tiny),
            Height = section.Has("height") ? section.Integer("height", 8, 256) : 32,
            Width = section.Has("width") ? section.Integer("width", 8, 1024) : 128,
            Alphabet = [.. alphabet.EnumerateRunes().Select(rune => rune.ToString())],
        };
    }

    private static IReadOnlyList<double> Channels(ManifestSection section, string member, double[] standard, double min)
    {
        if (!section.Has(member))
        {
            return standard;
        }

        var numbers = section.Numbers(member, min, 10);
        if (numbers.Count != 3)
        {
            section.Error(member, "must hold three numbers: red, green, blue");
            return standard;
        }

        return numbers;
    }

    /// <summary>Returns the hash in the manifest, or else the prefix of it that OnnxTR appends to the file's name.</summary>
    private static string HashOf(ManifestSection section, string file)
    {
        if (section.Has("sha256"))
        {
            return ManifestReader.Matching(section, "sha256", ManifestReader.Hash(), "64 lower-case hexadecimal digits");
        }

        var start = Architecture.HashOf(file);
        if (file.Length > 0 && start.Length == 0)
        {
            section.Error("sha256", $"is missing, and the name {file} does not end with the start of its SHA-256, such as -4987e7bd.onnx");
        }

        return start;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex Name();
}
