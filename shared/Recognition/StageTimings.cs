namespace Ocr.Recognition;

/// <summary>Wall-clock time of each stage of one reading.</summary>
/// <param name="Decode">Header, decoding, grey plane.</param>
/// <param name="Detect">Resizing, detector, boxes; every look included.</param>
/// <param name="Recognize">Crops, recogniser, decoding of its output.</param>
/// <param name="Arrange">Words, lines, reading order.</param>
public readonly record struct StageTimings(TimeSpan Decode, TimeSpan Detect, TimeSpan Recognize, TimeSpan Arrange)
{
    /// <summary>Sum of the stages.</summary>
    public TimeSpan Total => Decode + Detect + Recognize + Arrange;
}
