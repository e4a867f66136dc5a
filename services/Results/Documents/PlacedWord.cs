using System.Text.Json.Serialization;

namespace Ocr.Results.Documents;

/// <summary>A word with the geometry of §2.3. It has only its text when the batch excludes coordinates.</summary>
public sealed record PlacedWord
{
    /// <summary>Text of the word.</summary>
    [JsonPropertyName("texto")]
    public required string Text { get; init; }

    /// <summary>0–1.</summary>
    [JsonPropertyName("confianza")]
    public required double Confidence { get; init; }

    /// <summary><c>[x_min, y_min, x_max, y_max]</c>, pixels of the page.</summary>
    [JsonPropertyName("coordenadas"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Coordinates { get; init; }

    /// <summary>The same with size and centre.</summary>
    [JsonPropertyName("bbox"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CenteredRectangle? Box { get; init; }

    /// <summary>Shape, and position on the page.</summary>
    [JsonPropertyName("geometric_properties"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GeometricProperties? Geometry { get; init; }

    /// <summary>Neighbors.</summary>
    [JsonPropertyName("spatial_relationships"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SpatialRelationships? Neighbors { get; init; }

    /// <summary>Fields whose value was taken from it; absent when there are none.</summary>
    [JsonPropertyName("campos"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WordField>? Fields { get; init; }
}

/// <summary>A field and the rule that used the word.</summary>
public sealed record WordField(
    [property: JsonPropertyName("campo")] string Field,
    [property: JsonPropertyName("regla")] string Rule);

/// <summary>Edges, size and center of a word, pixels.</summary>
public sealed record CenteredRectangle(
    [property: JsonPropertyName("x_min")] int XMin,
    [property: JsonPropertyName("y_min")] int YMin,
    [property: JsonPropertyName("x_max")] int XMax,
    [property: JsonPropertyName("y_max")] int YMax,
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("center_x")] double CenterX,
    [property: JsonPropertyName("center_y")] double CenterY);

/// <summary>Square pixels, width ÷ height, and position on the page.</summary>
public sealed record GeometricProperties(
    [property: JsonPropertyName("area")] int Area,
    [property: JsonPropertyName("aspect_ratio")] double AspectRatio,
    [property: JsonPropertyName("relative_position")] RelativePosition Position);

/// <summary>Line from the top and word from the left, both from 1; region is <c>header</c>, <c>body</c> or <c>footer</c>.</summary>
public sealed record RelativePosition(
    [property: JsonPropertyName("line")] int Line,
    [property: JsonPropertyName("word_in_line")] int WordInLine,
    [property: JsonPropertyName("region")] string Region);

/// <summary>The nearest word on each side that has one, the nearest of them first.</summary>
public sealed record SpatialRelationships([property: JsonPropertyName("nearest_words")] IReadOnlyList<NearWord> Nearest);

/// <summary>A neighbour: the gap between the two boxes, pixels, and the side: <c>left</c>, <c>right</c>, <c>above</c> or <c>below</c>.</summary>
public sealed record NearWord(
    [property: JsonPropertyName("texto")] string Text,
    [property: JsonPropertyName("distance_pixels")] int Distance,
    [property: JsonPropertyName("direction")] string Direction);
