using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.Results.Documents;

/// <summary>Stored JSON that is written into a response unchanged.</summary>
/// <param name="Json">One valid JSON value, created by this service.</param>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(string Json);

/// <summary>Writes <see cref="RawJson"/>; reading is not supported.</summary>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <inheritdoc />
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
