namespace Ocr.Recognition.TextRecognition;

/// <summary>A word before it is assigned to a line.</summary>
/// <param name="Text">At least one character, no blanks.</param>
/// <param name="Confidence">The recognizer's confidence, 0–1; calibrated when the manifest contains a calibration.</param>
/// <param name="Box">Box of the word.</param>
internal readonly record struct Word(string Text, float Confidence, PixelBox Box)
{
    /// <summary>See <see cref="ReadWord.Digits"/>.</summary>
    public string? Digits { get; init; }

    /// <summary>Whether it is a small part next to the figure of an amount. Such a part is kept at any confidence.</summary>
    public bool Beside { get; init; }

    /// <summary>See <see cref="ReadWord.Evidence"/>.</summary>
    public WordEvidence? Evidence { get; init; }
}
