using System.Text;
using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Ocr.Extractor.Rules;

/// <summary>Reads a JSON file, holds it against its schema, and says all that is wrong with it.</summary>
internal static class RuleFileReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="RuleFileException">The file is missing, is no JSON, or does not fit its schema.</exception>
    public static T Read<T>(string path, byte[]? content, string schemaName)
    {
        var name = Path.GetFileName(path);
        if (content is null)
        {
            throw Fault(path, "the file is missing; set RULES_FILE, or put it there");
        }

        var json = Encoding.UTF8.GetString(content.AsSpan(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0));
        try
        {
            var faults = Schema(schemaName).Validate(json).SelectMany(error => Describe(name, error)).ToList();
            return faults.Count > 0
                ? throw new RuleFileException(faults)
                : JsonSerializer.Deserialize<T>(json, Options) ?? throw Fault(name, "the file is empty");
        }
        catch (Exception error) when (error is JsonException or Newtonsoft.Json.JsonException)
        {
            throw Fault(name, $"no valid JSON: {error.Message}");
        }
    }

    private static JsonSchema Schema(string name)
    {
        using var stream = typeof(RuleFileReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    }

    private static IEnumerable<RuleFault> Describe(string file, ValidationError error)
    {
        if (error is ChildSchemaValidationError { Errors: { } errors } && errors.Values.Any(list => list.Count > 0))
        {
            return errors.Values.SelectMany(list => list).SelectMany(child => Describe(file, child));
        }

        var place = $"{file}{error.Path}" + (error.HasLineInfo ? $" (line {error.LineNumber})" : "");
        return [new RuleFault(place, Fix(error))];
    }

    private static string Fix(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing; add it",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => $"'{error.Property}' is not known here; remove it or correct its name",
        ValidationErrorKind.NotInEnumeration => $"not one of: {string.Join(", ", error.Schema.Enumeration)}",
        ValidationErrorKind.TooFewItems => $"at least {error.Schema.MinItems} entries are needed",
        ValidationErrorKind.TooManyItems => $"at most {error.Schema.MaxItems} entries are allowed",
        ValidationErrorKind.NumberTooSmall => $"at least {error.Schema.Minimum}",
        ValidationErrorKind.NumberTooBig => $"at most {error.Schema.Maximum}",
        ValidationErrorKind.PatternMismatch => $"must match {error.Schema.Pattern}",
        _ => $"{error.Kind}; the schema expects {error.Schema.Type}",
    };

    private static RuleFileException Fault(string place, string problem) => new([new RuleFault(place, problem)]);
}
