using System.Text;
using System.Text.Json;
using NJsonSchema;

namespace Ocr.Extractor.Rules;

/// <summary>Reads a JSON file, validates it against its schema, and reports all errors.</summary>
internal static class RuleFileReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>
    /// Returns the contents of a file. A file that violates its schema is returned too, with neutral values in place of invalid ones, so that its contents
    /// can be checked. The result is valid only when no error was added.
    /// </summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="content">Its bytes; <see langword="null"/> when it is missing.</param>
    /// <param name="schemaName">Name of its embedded schema.</param>
    /// <param name="errors">Receives the errors.</param>
    /// <returns><see langword="null"/> when the file is missing or is not JSON.</returns>
    public static T? Read<T>(string path, byte[]? content, string schemaName, ICollection<SchemaError> errors)
        where T : class
    {
        var name = Path.GetFileName(path);
        try
        {
            var broken = Validate(path, content, Schema(schemaName), errors);
            return broken is null ? null : JsonSerializer.Deserialize<T>(broken.Mended, Options);
        }
        catch (Exception error) when (error is JsonException or Newtonsoft.Json.JsonException)
        {
            if (errors.Count == 0)
            {
                errors.Add(new SchemaError(new RuleError(name, $"not valid JSON: {error.Message}")));
            }

            return null;
        }
    }

    /// <summary>Validates a file against a schema without deserializing it.</summary>
    public static IReadOnlyList<RuleError> Errors(string path, byte[] content, string schema)
    {
        var errors = new List<SchemaError>();
        try
        {
            Validate(path, content, Parse(schema), errors);
        }
        catch (Exception error) when (error is JsonException or Newtonsoft.Json.JsonException)
        {
            return [new RuleError(Path.GetFileName(path), $"not valid JSON: {error.Message}")];
        }

        return [.. errors.Select(error => error.Error)];
    }

    private static SchemaErrors? Validate(string path, byte[]? content, JsonSchema schema, ICollection<SchemaError> errors)
    {
        if (content is null)
        {
            errors.Add(new SchemaError(new RuleError(path, "the file is missing; set RULES_FILE, or put it there")));
            return null;
        }

        var preamble = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var found = SchemaErrors.Of(Path.GetFileName(path), Encoding.UTF8.GetString(content.AsSpan(preamble)), schema);
        foreach (var error in found.Errors)
        {
            errors.Add(error);
        }

        return found;
    }

    private static JsonSchema Schema(string name)
    {
        using var stream = typeof(RuleFileReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private static JsonSchema Parse(string schema) => JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
}

/// <summary>An error, and the place of the neutral value that replaces an invalid one.</summary>
/// <param name="Error">The error as reported.</param>
/// <param name="Mended">Path of the neutral value; errors of contents at this path or below are not reported. <see langword="null"/> when nothing was replaced.</param>
internal sealed record SchemaError(RuleError Error, string? Mended = null);
