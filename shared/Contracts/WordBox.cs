using System.Text.Json.Serialization;

namespace Ocr.Contracts;

/// <summary>
/// One recognised word. Coordinates are pixels of the page whose size is beside the words: the image after EXIF rotation or, where it was
/// tilted, turned or photographed at an angle, what became of it when its rows were made level. x1 and y1 are exclusive.
/// </summary>
/// <param name="Text">What was read, without blanks.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Top edge.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Bottom edge.</param>
[JsonConverter(typeof(WordBoxConverter))]
public sealed record WordBox(string Text, float Confidence, int X0, int Y0, int X1, int Y1)
{
    /// <summary>
    /// As many characters as <see cref="Text"/>, read as if there were no letters; of words that mix digits with letters, else
    /// <see langword="null"/>. For a rule that knows that a number stands here; never shown in place of the text.
    /// </summary>
    public string? Digits { get; init; }
}
