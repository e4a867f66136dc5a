using System.Text.Json.Serialization;
using Ocr.Contracts;

namespace Ocr.Results.Documents;

/// <summary>A word. Its coordinates are pixels of the upright page (see <see cref="WordBox"/>), and absent when the batch excludes them.</summary>
public sealed record DetectedWord
{
    /// <summary>Text of the word.</summary>
    [JsonPropertyName("texto")]
    public required string Text { get; init; }

    /// <summary>0–1.</summary>
    [JsonPropertyName("confianza")]
    public required double Confidence { get; init; }

    /// <summary><c>[x_min, y_min, x_max, y_max]</c>.</summary>
    [JsonPropertyName("coordenadas"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Coordinates { get; init; }

    /// <summary>The same with width and height.</summary>
    [JsonPropertyName("bbox"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WordRectangle? Box { get; init; }

    /// <summary>The word as the document shows it.</summary>
    /// <param name="word">A recognised word.</param>
    /// <param name="withCoordinates">Whether coordinates are included.</param>
    public static DetectedWord Of(WordBox word, bool withCoordinates)
    {
        ArgumentNullException.ThrowIfNull(word);
        return new DetectedWord
        {
            Text = word.Text,
            Confidence = Numbers.Confidence(word.Confidence),
            Coordinates = withCoordinates ? [word.X0, word.Y0, word.X1, word.Y1] : null,
            Box = withCoordinates
                ? new WordRectangle(word.X0, word.Y0, word.X1, word.Y1, word.X1 - word.X0, word.Y1 - word.Y0)
                : null,
        };
    }
}

/// <summary>Edges and size of a word, pixels.</summary>
public sealed record WordRectangle(
    [property: JsonPropertyName("x_min")] int XMin,
    [property: JsonPropertyName("y_min")] int YMin,
    [property: JsonPropertyName("x_max")] int XMax,
    [property: JsonPropertyName("y_max")] int YMax,
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height);
