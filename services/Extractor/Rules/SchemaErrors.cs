using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Ocr.Extractor.Rules;

/// <summary>The schema errors of a JSON text, and the same text with neutral values in place of invalid ones.</summary>
internal sealed class SchemaErrors
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _file;
    private readonly List<SchemaError> _errors = [];

    private SchemaErrors(string file, string json)
    {
        _file = file;
        Mended = JsonNode.Parse(json, documentOptions: Lenient) ?? throw new JsonException("the file is empty");
    }

    /// <summary>Errors in the order of the file.</summary>
    public IReadOnlyList<SchemaError> Errors => _errors;

    /// <summary>The text with a value of the right kind in place of each missing or invalid one.</summary>
    public JsonNode Mended { get; private set; }

    /// <exception cref="Newtonsoft.Json.JsonException">The text is not JSON.</exception>
    public static SchemaErrors Of(string file, string json, JsonSchema schema)
    {
        var found = schema.Validate(json);
        var errors = new SchemaErrors(file, json);
        foreach (var error in found)
        {
            errors.Add(error);
        }

        return errors;
    }

    private void Add(ValidationError error)
    {
        if (error is ChildSchemaValidationError { Errors: { } errors } && errors.Values.Any(list => list.Count > 0))
        {
            foreach (var child in errors.Values.SelectMany(list => list))
            {
                Add(child);
            }

            return;
        }

        var steps = Steps(error.Path ?? "");
        var place = $"{_file}#/{string.Join('/', steps)}" + (error.HasLineInfo ? $" (line {error.LineNumber})" : "");
        var mended = Mend(error, steps) || error.Kind == ValidationErrorKind.NotInEnumeration;
        _errors.Add(new SchemaError(new RuleError(place, Fix(error)), mended ? string.Join('/', steps) : null));
    }

    private bool Mend(ValidationError error, List<string> steps)
    {
        var schema = error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => error.Schema.ActualSchema.ActualProperties.GetValueOrDefault(error.Property ?? ""),
            ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
                or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ArrayExpected or ValidationErrorKind.ObjectExpected => error.Schema,
            _ => null,
        };
        if (schema is null)
        {
            return false;
        }

        Put(steps, Neutral(schema.ActualSchema));
        return true;
    }

    private void Put(List<string> steps, JsonNode value)
    {
        if (steps.Count == 0)
        {
            Mended = value;
            return;
        }

        switch (steps[..^1].Aggregate<string, JsonNode?>(Mended, Child))
        {
            case JsonArray array when Index(steps[^1]) is { } i && i < array.Count:
                array[i] = value;
                break;
            case JsonObject parent:
                parent[steps[^1]] = value;
                break;
        }
    }

    private static JsonNode Neutral(JsonSchema schema)
    {
        if (schema.Type.HasFlag(JsonObjectType.Object))
        {
            var empty = new JsonObject();
            foreach (var name in schema.RequiredProperties)
            {
                empty[name] = Neutral(schema.ActualProperties[name].ActualSchema);
            }

            return empty;
        }

        return schema.Type.HasFlag(JsonObjectType.Array) ? new JsonArray()
            : schema.Type.HasFlag(JsonObjectType.Boolean) ? JsonValue.Create(false)
            : schema.Type.HasFlag(JsonObjectType.Integer) || schema.Type.HasFlag(JsonObjectType.Number) ? JsonValue.Create(0)
            : JsonValue.Create("");
    }

    /// <summary>Splits the validator's path, <c>#/rules[3].sources[0]</c>, into steps; a property's name may contain dots and brackets.</summary>
    private List<string> Steps(string path)
    {
        var (steps, node) = (new List<string>(), (JsonNode?)Mended);
        for (var rest = path.TrimStart('#').TrimStart('/'); rest.Length > 0;)
        {
            var step = rest[0] == '[' ? rest[1..rest.IndexOf(']', StringComparison.Ordinal)] : Name(node as JsonObject, rest);
            rest = rest[(step.Length + (rest[0] == '[' ? 2 : 0))..].TrimStart('.');
            steps.Add(step);
            node = Child(node, step);
        }

        return steps;
    }

    private static string Name(JsonObject? node, string rest) =>
        (node ?? []).Select(property => property.Key)
            .Where(key => rest.StartsWith(key, StringComparison.Ordinal) && (rest.Length == key.Length || rest[key.Length] is '.' or '['))
            .MaxBy(key => key.Length) ?? rest;

    private static JsonNode? Child(JsonNode? node, string step) => node switch
    {
        JsonArray array when Index(step) is { } i && i < array.Count => array[i],
        JsonObject parent => parent[step],
        _ => null,
    };

    private static int? Index(string step) =>
        int.TryParse(step, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var i) ? i : null;

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
}
