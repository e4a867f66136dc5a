namespace Ocr.Recognition;

/// <summary>One word.</summary>
/// <param name="Text">What was read: at least one character, no blanks, Unicode NFC.</param>
/// <param name="Confidence">0–1; how it is made depends on the kind of pack (<c>docs/model-packs.md</c>).</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Line">Number of its line on the page, from 0 at the top; words side by side share it, however far apart.</param>
/// <param name="Order">Place in reading order, from 0; equals its index in <see cref="ReadPage.Words"/>.</param>
public sealed record ReadWord(string Text, float Confidence, PixelBox Box, int Line, int Order)
{
    /// <summary>
    /// What the recogniser would have read had there been no letters: as long as <see cref="Text"/>, for a reader who knows from elsewhere
    /// that a number must stand here. Only of a word that mixes digits with letters, else <see langword="null"/>. <see cref="Text"/> stays what was read.
    /// </summary>
    public string? Digits { get; init; }

    /// <summary>What the confidence was made from; <see langword="null"/> with a pack that does not calibrate it.</summary>
    public WordEvidence? Evidence { get; init; }
}
