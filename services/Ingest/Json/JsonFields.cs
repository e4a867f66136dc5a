using System.Text.Json;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Json;

/// <summary>
/// Reads named values from a JSON object: from its top level, or else from a nested object. A value that is missing or null is
/// the default; an invalid value is an error that names the field.
/// </summary>
internal sealed class JsonFields
{
    private readonly JsonElement _root;
    private readonly string? _nestedName;
    private readonly JsonElement? _nested;
    private readonly Dictionary<string, IReadOnlyList<string>> _errors = [];

    /// <summary>Creates a reader of an object.</summary>
    /// <param name="root">An object.</param>
    /// <param name="nested">Name of the optional nested object.</param>
    public JsonFields(JsonElement root, string? nested = null)
    {
        _root = root;
        _nestedName = nested;
        if (nested is not null && root.TryGetProperty(nested, out var inner) && inner.ValueKind != JsonValueKind.Null)
        {
            _nested = inner.ValueKind == JsonValueKind.Object ? inner : null;
            if (_nested is null)
            {
                _errors[nested] = ["Debe ser un objeto"];
            }
        }
    }

    /// <summary>One of several texts, mapped to its value.</summary>
    public string OneOf(string name, IReadOnlyDictionary<string, string> values, string missing) =>
        Find(name) is not (var key, { } value) ? missing
        : value.ValueKind == JsonValueKind.String && values.TryGetValue(value.GetString()!, out var known) ? known
        : AddError(key, $"Debe ser uno de: {string.Join(", ", values.Values.Distinct())}", missing);

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool missing) => Find(name) is not (var key, { } value) ? missing
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : AddError(key, "Debe ser true o false", missing);

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int min, int max, int missing) => Find(name) is not (var key, { } value) ? missing
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max ? number
        : AddError(key, $"Debe ser un número entero de {min} a {max}", missing);

    /// <summary>A list of distinct texts; <see langword="null"/> when it is missing.</summary>
    public IReadOnlyList<string>? Texts(string name, int max) => Find(name) is not (var key, { } value) ? null
        : value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is var count && count > 0 && count <= max
            && value.EnumerateArray().All(IsPrintable)
            ? [.. value.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal)]
            : AddError<IReadOnlyList<string>?>(key, $"Debe ser una lista de 1 a {max} textos sin caracteres de control", null);

    /// <summary>An identifier; <see langword="null"/> when it is missing.</summary>
    public Guid? Id(string name) => Find(name) is not (var key, { } value) ? null
        : value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out var id) ? id
        : AddError<Guid?>(key, "Debe ser el identificador que devolvió la carga", null);

    /// <summary>Rejects a request that has both of two values.</summary>
    public void Exclude(string one, string other)
    {
        if (Find(one) is (_, not null) && Find(other) is (var key, not null))
        {
            AddError<object?>(key, $"No puede usarse junto con {one}", null);
        }
    }

    /// <summary>Returns the result, or throws when a field is invalid.</summary>
    /// <exception cref="ApiException">400 that names every invalid field.</exception>
    public T Checked<T>(T read) => _errors.Count == 0
        ? read
        : throw new ApiException(ApiErrors.InvalidFields(_errors));

    private (string Key, JsonElement? Value) Find(string name) =>
        _root.TryGetProperty(name, out var top) && top.ValueKind != JsonValueKind.Null ? (name, top)
        : _nested is { } nested && nested.TryGetProperty(name, out var inner) && inner.ValueKind != JsonValueKind.Null ? ($"{_nestedName}.{name}", inner)
        : (name, null);

    // The database rejects NUL.
    private static bool IsPrintable(JsonElement item) => item.ValueKind == JsonValueKind.String && !item.GetString()!.Any(char.IsControl);

    private T AddError<T>(string key, string error, T missing)
    {
        _errors[key] = [error];
        return missing;
    }
}
