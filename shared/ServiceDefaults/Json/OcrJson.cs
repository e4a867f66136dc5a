using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ocr.ServiceDefaults.Json;

/// <summary>JSON conventions of the API: accents are not escaped; instants are in UTC with milliseconds and <c>Z</c>.</summary>
public static class OcrJson
{
    /// <summary>Options for JSON that is written or read outside a request, such as a stored result.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Applies the conventions to options that a framework owns.</summary>
    /// <param name="options">The options to change.</param>
    public static void Apply(JsonSerializerOptions options)
    {
        // Responses are application/json, never embedded in HTML, so accents and symbols need no escapes.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcMillisecondsConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
