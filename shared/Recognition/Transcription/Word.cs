namespace Ocr.Recognition.Transcription;

/// <summary>A word before it has a place on the page.</summary>
/// <param name="Text">At least one character, no blanks.</param>
/// <param name="Confidence">How sure the recogniser is, 0–1; calibrated where its manifest says how.</param>
/// <param name="Box">Where it stands.</param>
internal readonly record struct Word(string Text, float Confidence, PixelBox Box)
{
    /// <summary>See <see cref="ReadWord.Digits"/>.</summary>
    public string? Digits { get; init; }

    /// <summary>See <see cref="ReadWord.Evidence"/>.</summary>
    public WordEvidence? Evidence { get; init; }
}
