namespace Ocr.Recognition;

/// <summary>Trade-off between time and accuracy.</summary>
public enum ReadingProfile
{
    /// <summary>Reads with the pack's light recognizer, and doubtful words with the other one; equals <see cref="Balanced"/> in a pack without a light recognizer.</summary>
    Fast,

    /// <summary>Default: reads every word with the pack's recognizer.</summary>
    Balanced,

    /// <summary>Always detects at two scales, fuses the boxes, and reads doubtful words again with test-time augmentation.</summary>
    Thorough,
}
