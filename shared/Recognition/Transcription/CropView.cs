namespace Ocr.Recognition.Transcription;

/// <summary>A way to show a region to the recogniser.</summary>
/// <param name="Margin">Added to the manifest's margin, parts of the region's height.</param>
/// <param name="Stretch">Factor of the width; more than 1 gives narrow characters more time steps.</param>
/// <param name="Inverted">Whether light and dark are exchanged.</param>
internal readonly record struct CropView(double Margin, double Stretch, bool Inverted)
{
    /// <summary>As the recogniser was taught.</summary>
    public static CropView Plain { get; } = new(0, 1, Inverted: false);

    /// <summary>Second looks: the box cut closer and wider, the text drawn out, light and dark exchanged.</summary>
    public static IReadOnlyList<CropView> Others { get; } =
    [
        new(-0.07, 1, Inverted: true), new(0.08, 1, Inverted: false), new(0, 1.15, Inverted: true), new(0.03, 0.9, Inverted: false),
    ];
}
