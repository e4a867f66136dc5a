using System.Globalization;

namespace Ocr.Recognition.Packs;

/// <summary>A recognizer's section of a manifest.</summary>
internal static class RecognizerManifest
{
    private const double Tiny = 1e-6;

    /// <summary>Reads the section and reports unknown members.</summary>
    public static RecognizerSettings Read(ManifestSection section)
    {
        var settings = ReadMembers(section);
        section.RejectUnknown();
        return settings;
    }

    /// <summary>Reads the section of the fast recognizer, which also states the confidence below which a region is reread.</summary>
    public static RecognizerSettings ReadFast(ManifestSection section)
    {
        var settings = ReadMembers(section) with { ReadAgainBelow = section.Number("readAgainBelow", 0, 1) };
        section.RejectUnknown();
        return settings;
    }

    private static RecognizerSettings ReadMembers(ManifestSection section)
    {
        var settings = new RecognizerSettings
        {
            File = ManifestReader.Matching(section, "file", ManifestReader.FileName(), "the name of an .onnx file next to the manifest"),
            Sha256 = ManifestReader.Matching(section, "sha256", ManifestReader.Hash(), "64 lower-case hexadecimal digits"),
            Input = section.Text("input"),
            Output = section.Text("output"),
            Height = section.Integer("height", 8, 256),
            TimeStepPixels = section.Integer("timeStepPixels", 1, 64),
            WidthBuckets = section.Integers("widthBuckets", 8, 8192),
            MaxWidth = section.Integer("maxWidth", 8, 8192),
            Margin = section.Number("margin", -0.5, 2),
            MinStd = section.Number("minStd", Tiny, 255),
            Alphabet = Symbols(section.Text("alphabet")),
            Calibration = section.Has("calibration") ? ReadCalibration(section.Section("calibration")) : null,
        };
        CheckBuckets(section, settings);
        CheckAlphabet(section, settings.Alphabet);
        if (section.Text("blank") is not ("last" or ""))
        {
            section.Error("blank", "must be \"last\"");
        }

        return settings;
    }

    private static Calibration ReadCalibration(ManifestSection section)
    {
        var calibration = new Calibration
        {
            Bias = section.Number("bias", -100, 100),
            Symbol = section.Number("symbol", -100, 100),
            Blank = section.Number("blank", -100, 100),
            Height = section.Number("height", -100, 100),
            Length = section.Number("length", -100, 100),
        };
        section.RejectUnknown();
        return calibration;
    }

    private static void CheckBuckets(ManifestSection section, RecognizerSettings settings)
    {
        var buckets = settings.WidthBuckets;
        if (!buckets.Zip(buckets.Skip(1), (a, b) => a < b).All(ascends => ascends))
        {
            section.Error("widthBuckets", "must ascend");
        }

        if (buckets.Any(width => width % settings.TimeStepPixels != 0))
        {
            section.Error("widthBuckets", $"must be multiples of timeStepPixels, {settings.TimeStepPixels}");
        }

        if (settings.MaxWidth > buckets[^1])
        {
            section.Error("maxWidth", $"must not exceed the last of widthBuckets, {buckets[^1]}");
        }
    }

    private static void CheckAlphabet(ManifestSection section, IReadOnlyList<string> alphabet)
    {
        if (alphabet.Count == 1)
        {
            section.Error("alphabet", "must have at least two characters");
        }

        foreach (var twice in alphabet.GroupBy(symbol => symbol, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            section.Error("alphabet", $"has '{twice.Key}' {twice.Count().ToString(CultureInfo.InvariantCulture)} times");
        }
    }

    private static string[] Symbols(string alphabet) => [.. alphabet.EnumerateRunes().Select(rune => rune.ToString())];
}
