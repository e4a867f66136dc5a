using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.Contracts;

/// <summary>
/// Writes a word as <c>["104,54",0.96,320,67,387,95]</c>, with its digits after the box if it has them. Property names would be three
/// quarters of an object. Also reads the object form of earlier releases.
/// </summary>
internal sealed class WordBoxConverter : JsonConverter<WordBox>
{
    /// <inheritdoc/>
    public override WordBox Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return ReadObject(JsonElement.ParseValue(ref reader));
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A word is an array or an object.");
        }

        var word = new WordBox(
            Next(ref reader).GetString() ?? throw new JsonException("A word has a text."),
            Next(ref reader).GetSingle(),
            Next(ref reader).GetInt32(),
            Next(ref reader).GetInt32(),
            Next(ref reader).GetInt32(),
            Next(ref reader).GetInt32());
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            word = word with { Digits = reader.GetString() };
            reader.Read();
        }

        // A later release may add elements.
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            reader.Read();
        }

        return word;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WordBox value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Text);
        writer.WriteNumberValue(value.Confidence);
        writer.WriteNumberValue(value.X0);
        writer.WriteNumberValue(value.Y0);
        writer.WriteNumberValue(value.X1);
        writer.WriteNumberValue(value.Y1);
        if (value.Digits is not null)
        {
            writer.WriteStringValue(value.Digits);
        }

        writer.WriteEndArray();
    }

    private static ref Utf8JsonReader Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }

    private static WordBox ReadObject(JsonElement word)
    {
        return new WordBox(
            Of("text").GetString() ?? throw new JsonException("A word has a text."),
            Of("confidence").GetSingle(),
            Of("x0").GetInt32(),
            Of("y0").GetInt32(),
            Of("x1").GetInt32(),
            Of("y1").GetInt32())
        {
            Digits = word.TryGetProperty("digits", out var digits) ? digits.GetString() : null,
        };

        JsonElement Of(string name) => word.TryGetProperty(name, out var value) ? value : throw new JsonException($"A word has {name}.");
    }
}
