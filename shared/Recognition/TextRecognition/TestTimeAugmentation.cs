namespace Ocr.Recognition.TextRecognition;

/// <summary>A variant of a region's crop for the recognizer.</summary>
/// <param name="Margin">Added to the manifest's margin, as a fraction of the region's height.</param>
/// <param name="Stretch">Factor of the width; more than 1 gives narrow characters more time steps.</param>
/// <param name="Inverted">Whether light and dark are exchanged.</param>
internal readonly record struct TestTimeAugmentation(double Margin, double Stretch, bool Inverted)
{
    /// <summary>The variant with which the recognizer was trained.</summary>
    public static TestTimeAugmentation Plain { get; } = new(0, 1, Inverted: false);

    /// <summary>Variants for further readings: a closer and a wider crop, a stretched crop, an inverted crop.</summary>
    public static IReadOnlyList<TestTimeAugmentation> Others { get; } =
    [
        new(-0.07, 1, Inverted: true), new(0.08, 1, Inverted: false), new(0, 1.15, Inverted: true), new(0.03, 0.9, Inverted: false),
    ];
}
