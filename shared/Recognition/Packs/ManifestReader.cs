using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ocr.Recognition.Packs;

/// <summary>JSON to manifest; says what <c>models/manifest.schema.json</c> says, and what a schema cannot.</summary>
internal static partial class ManifestReader
{
    private const double Tiny = 1e-6;

    /// <summary>Reads a manifest; it is usable only if no fault was added.</summary>
    public static PackManifest Read(JsonElement json, List<string> faults)
    {
        var root = new ManifestSection(json, "", faults);
        root.Allow("$schema");
        if (root.Has("kind") && root.Text("kind") is not ("compact" or ""))
        {
            root.Fault("kind", "must be \"compact\" or \"onnxtr\"");
        }

        var detector = root.Section("detector");
        var recognizer = root.Section("recognizer");
        var manifest = new PackManifest
        {
            Name = Matching(root, "name", Name(), "lower-case letters, digits and hyphens"),
            Version = Matching(root, "version", ThreeNumbers(), "three numbers such as 1.0.0"),
            License = root.Text("license"),
            Description = root.Text("description"),
            Detector = ReadDetector(detector),
            Recognizer = ReadRecognizer(recognizer),
        };
        root.RejectUnknown();
        detector.RejectUnknown();
        recognizer.RejectUnknown();
        return manifest;
    }

    private static DetectorSettings ReadDetector(ManifestSection section)
    {
        var settings = new DetectorSettings
        {
            File = Matching(section, "file", FileName(), "the name of an .onnx file beside the manifest"),
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
            section.Fault("outputStride", $"must divide the stride, {settings.Stride}");
        }

        return settings;
    }

    private static RecognizerSettings ReadRecognizer(ManifestSection section)
    {
        var settings = new RecognizerSettings
        {
            File = Matching(section, "file", FileName(), "the name of an .onnx file beside the manifest"),
            Sha256 = Matching(section, "sha256", Hash(), "64 lower-case hexadecimal digits"),
            Input = section.Text("input"),
            Output = section.Text("output"),
            Height = section.Integer("height", 8, 256),
            TimeStepPixels = section.Integer("timeStepPixels", 1, 64),
            WidthBuckets = section.Integers("widthBuckets", 8, 8192),
            MaxWidth = section.Integer("maxWidth", 8, 8192),
            Margin = section.Number("margin", -0.5, 2),
            MinStd = section.Number("minStd", Tiny, 255),
            Alphabet = Symbols(section.Text("alphabet")),
        };
        CheckBuckets(section, settings);
        CheckAlphabet(section, settings.Alphabet);
        if (section.Text("blank") is not ("last" or ""))
        {
            section.Fault("blank", "must be \"last\"");
        }

        return settings;
    }

    private static void CheckBuckets(ManifestSection section, RecognizerSettings settings)
    {
        var buckets = settings.WidthBuckets;
        if (!buckets.Zip(buckets.Skip(1), (a, b) => a < b).All(ascends => ascends))
        {
            section.Fault("widthBuckets", "must ascend");
        }

        if (buckets.Any(width => width % settings.TimeStepPixels != 0))
        {
            section.Fault("widthBuckets", $"must be multiples of timeStepPixels, {settings.TimeStepPixels}");
        }

        if (settings.MaxWidth > buckets[^1])
        {
            section.Fault("maxWidth", $"must not exceed the last of widthBuckets, {buckets[^1]}");
        }
    }

    private static void CheckAlphabet(ManifestSection section, IReadOnlyList<string> alphabet)
    {
        if (alphabet.Count == 1)
        {
            section.Fault("alphabet", "must have at least two characters");
        }

        foreach (var twice in alphabet.GroupBy(symbol => symbol, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            section.Fault("alphabet", $"has '{twice.Key}' {twice.Count().ToString(CultureInfo.InvariantCulture)} times");
        }
    }

    private static string[] Symbols(string alphabet) => [.. alphabet.EnumerateRunes().Select(rune => rune.ToString())];

    private static string Matching(ManifestSection section, string member, Regex form, string words)
    {
        var text = section.Text(member);
        if (text.Length > 0 && !form.IsMatch(text))
        {
            section.Fault(member, $"must be {words}, is '{text}'");
        }

        return text;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+\z")]
    private static partial Regex ThreeNumbers();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+\.onnx\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();
}
