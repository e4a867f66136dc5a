using System.Text.Json.Serialization;

namespace Ocr.Contracts;

/// <summary>
/// One recognised word. Coordinates are pixels of the page whose size is stored with the words: the image after EXIF rotation and, when it was
/// tilted, turned or photographed at an angle, after its correction. x1 and y1 are exclusive.
/// </summary>
/// <param name="Text">Text of the word, without blanks.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Top edge.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Bottom edge.</param>
[JsonConverter(typeof(WordBoxConverter))]
public sealed record WordBox(string Text, float Confidence, int X0, int Y0, int X1, int Y1)
{
    /// <summary>
    /// The word read with digits only, with the length of <see cref="Text"/>; for words that mix digits and letters, otherwise
    /// <see langword="null"/>. For rules that expect a number; never shown instead of the text.
    /// </summary>
    public string? Digits { get; init; }
}
