using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ocr.Recognition.Packs;

/// <summary>Parses a manifest; enforces <c>models/manifest.schema.json</c> and the rules that a schema cannot express.</summary>
internal static partial class ManifestReader
{
    private const double Tiny = 1e-6;

    /// <summary>Reads a manifest; it is usable only if no error was added.</summary>
    public static PackManifest Read(JsonElement json, List<string> errors)
    {
        var root = new ManifestSection(json, "", errors);
        root.Allow("$schema");
        if (root.Has("kind") && root.Text("kind") is not ("compact" or ""))
        {
            root.Error("kind", "must be \"compact\" or \"onnxtr\"");
        }

        var detector = root.Section("detector");
        var recognizer = root.Section("recognizer");
        var fast = root.Has("fastRecognizer") ? root.Section("fastRecognizer") : null;
        var readRecognizer = RecognizerManifest.Read(recognizer);
        var manifest = new PackManifest
        {
            Name = Matching(root, "name", Name(), "lower-case letters, digits and hyphens"),
            Version = Matching(root, "version", ThreeNumbers(), "three numbers such as 1.0.0"),
            BoundedPairs = root.Has("boundedPairs") && root.Boolean("boundedPairs"),
            License = root.Text("license"),
            Description = root.Text("description"),
            Detector = ReadDetector(detector),
            Recognizer = readRecognizer,
            FastRecognizer = fast is null ? null : RecognizerManifest.ReadFast(fast),
            Confidence = root.Has("confidence") ? ConfidenceSettings.Read(root.Section("confidence"), readRecognizer.Alphabet) : null,
        };
        if (manifest is { Confidence: not null, FastRecognizer: { } other } && !other.Alphabet.SequenceEqual(readRecognizer.Alphabet))
        {
            root.Error("confidence", "needs recognisers of one alphabet");
        }

        root.RejectUnknown();
        detector.RejectUnknown();
        return manifest;
    }

    private static DetectorSettings ReadDetector(ManifestSection section)
    {
        var settings = new DetectorSettings
        {
            File = Matching(section, "file", FileName(), "the name of an .onnx file next to the manifest"),
            Sha256 = Matching(section, "sha256", Hash(), "64 lower-case hexadecimal digits"),
            Input = section.Text("input"),
            Output = section.Text("output"),
            Stride = section.Integer("stride", 1, 256),
            OutputStride = section.Integer("outputStride", 1, 256),
            TargetWidths = section.Integers("targetWidths", 32, 8192),
            MaxSide = section.Integer("maxSide", 32, 8192),
            Mean = section.Number("mean", -10, 10),
            Std = section.Number("std", Tiny, 10),
            Threshold = section.Number("threshold", Tiny, 1 - Tiny),
            BoxThreshold = section.Number("boxThreshold", 0, 1),
            UnclipRatio = section.Number("unclipRatio", 0, 10),
            MinHeight = section.Number("minHeight", 0, 1000),
        };
        if (settings.Stride % settings.OutputStride != 0)
        {
            section.Error("outputStride", $"must divide the stride, {settings.Stride}");
        }

        return settings;
    }

    public static string Matching(ManifestSection section, string member, Regex form, string words)
    {
        var text = section.Text(member);
        if (text.Length > 0 && !form.IsMatch(text))
        {
            section.Error(member, $"must be {words}, is '{text}'");
        }

        return text;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+\z")]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\.onnx\z")]
    public static partial Regex FileName();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    public static partial Regex Hash();
}
