namespace Ocr.Recognition.Packs;

/// <summary>The manifest's <c>confidence</c>: how a word's evidence is converted to its confidence.</summary>
internal sealed record ConfidenceSettings
{
    /// <summary>Usual distance from a character's time step to the next one's, as a multiple of the crop's height, in the order of the alphabet.</summary>
    public required IReadOnlyList<double> Advances { get; init; }

    /// <summary>Usual distance from a last character's time step to the end of its ink.</summary>
    public required IReadOnlyList<double> Ends { get; init; }

    /// <summary>Weights per profile.</summary>
    public required IReadOnlyDictionary<ReadingProfile, ConfidenceWeights> Weights { get; init; }

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="alphabet">Characters of the recognizers.</param>
    public static ConfidenceSettings Read(ManifestSection section, IReadOnlyList<string> alphabet)
    {
        var settings = new ConfidenceSettings
        {
            Advances = Widths(section, "advances", alphabet.Count),
            Ends = Widths(section, "ends", alphabet.Count),
            Weights = new Dictionary<ReadingProfile, ConfidenceWeights>
            {
                [ReadingProfile.Fast] = ReadWeights(section.Section("fast")),
                [ReadingProfile.Balanced] = ReadWeights(section.Section("balanced")),
                [ReadingProfile.Thorough] = ReadWeights(section.Section("thorough")),
            },
        };
        if (alphabet.Any(symbol => symbol.Length > 1))
        {
            section.Error("advances", "do not support characters beyond U+FFFF, which the alphabet contains");
        }

        section.RejectUnknown();
        return settings;
    }

    private static IReadOnlyList<double> Widths(ManifestSection section, string member, int alphabet)
    {
        var widths = section.Numbers(member, 0, 4);
        if (widths.Count != alphabet)
        {
            section.Error(member, "must hold one number a character of the alphabet");
        }

        return widths;
    }

    private static ConfidenceWeights ReadWeights(ManifestSection section)
    {
        var weights = new ConfidenceWeights
        {
            Bias = section.Number("bias", -100, 100),
            Reading = section.Number("reading", 0, 100),
            Height = section.Number("height", -100, 100),
            Contrast = section.Number("contrast", -100, 100),
            Lead = section.Number("lead", -100, 100),
            Trail = section.Number("trail", -100, 100),
            Gap = section.Number("gap", -100, 100),
            Again = section.Number("again", -100, 100),
            Disagreement = section.Number("disagreement", -100, 100),
        };
        section.RejectUnknown();
        return weights;
    }
}
