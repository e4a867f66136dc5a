namespace Ocr.Recognition;

/// <summary>One word.</summary>
/// <param name="Text">Recognized text: at least one character, no blanks, Unicode NFC.</param>
/// <param name="Confidence">0–1; its computation depends on the kind of pack (<c>docs/model-packs.md</c>).</param>
/// <param name="Box">Box of the word.</param>
/// <param name="Line">Number of its line on the page, from 0 at the top; words next to each other share it at any distance.</param>
/// <param name="Order">Position in reading order, from 0; equals its index in <see cref="ReadPage.Words"/>.</param>
public sealed record ReadWord(string Text, float Confidence, PixelBox Box, int Line, int Order)
{
    /// <summary>
    /// The text decoded without letters, of the same length as <see cref="Text"/>, for consumers that expect a number here. Set only for a word
    /// that mixes digits with letters, otherwise <see langword="null"/>. <see cref="Text"/> remains what was recognized.
    /// </summary>
    public string? Digits { get; init; }

    /// <summary>Evidence from which the confidence was computed; <see langword="null"/> with a pack that does not calibrate it.</summary>
    public WordEvidence? Evidence { get; init; }
}
