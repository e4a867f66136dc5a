namespace Ocr.Recognition;

/// <summary>Wall-clock time of each stage of reading an image.</summary>
/// <param name="Decode">Header, decoding, gray plane.</param>
/// <param name="Detect">Resizing, detector, boxes; the sum of all passes.</param>
/// <param name="Recognize">Crops, recognizer, decoding of its output.</param>
/// <param name="Arrange">Words, lines, reading order.</param>
public readonly record struct StageTimings(TimeSpan Decode, TimeSpan Detect, TimeSpan Recognize, TimeSpan Arrange)
{
    /// <summary>Sum of the stages.</summary>
    public TimeSpan Total => Decode + Detect + Recognize + Arrange;
}
