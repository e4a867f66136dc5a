using System.Text.Json;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Batches;

/// <summary>Reads the options of a batch from JSON: at the top level, or else under <c>batch_config</c>. Every fault is named.</summary>
internal sealed class BatchOptionsReader
{
    private const string Nested = "batch_config";

    private static readonly Dictionary<string, string> Profiles = new(StringComparer.Ordinal)
    {
        ["ultra_rapido"] = "ultra_rapido",
        ["rapido"] = "ultra_rapido",
        ["balanced"] = "balanced",
        ["default"] = "balanced",
        ["high_confidence"] = "high_confidence",
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal) { ["spa"] = "spa", ["eng"] = "eng" };

    private readonly JsonElement _root;
    private readonly JsonElement? _nested;
    private readonly Dictionary<string, IReadOnlyList<string>> _faults = [];

    private BatchOptionsReader(JsonElement root)
    {
        _root = root;
        if (root.TryGetProperty(Nested, out var nested) && nested.ValueKind != JsonValueKind.Null)
        {
            _nested = nested.ValueKind == JsonValueKind.Object ? nested : null;
            if (_nested is null)
            {
                _faults[Nested] = ["Debe ser un objeto"];
            }
        }
    }

    /// <summary>Reads the options.</summary>
    /// <exception cref="ApiException">400 that names every field at fault.</exception>
    public static BatchOptions Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new ApiException(ApiFaults.Of(400) with { Details = "El cuerpo debe ser un objeto JSON" });
        }

        var reader = new BatchOptionsReader(root);
        var defaults = new BatchOptions();
        var options = new BatchOptions
        {
            Profile = reader.OneOf("profile", Profiles, defaults.Profile),
            Language = reader.OneOf("language", Languages, defaults.Language),
            IncludeCoordinates = reader.Flag("include_coordinates", defaults.IncludeCoordinates),
            MaxImages = reader.Number("max_images", 1, 50, defaults.MaxImages),
            TimeoutSeconds = reader.Number("timeout_seconds", 1, 3600, defaults.TimeoutSeconds),
            ParallelWorkers = reader.Number("parallel_workers", 1, 64, defaults.ParallelWorkers),
        };
        return reader._faults.Count == 0
            ? options
            : throw new ApiException(ApiFaults.Validation(new ValidationDetails(reader._faults, new Dictionary<string, IReadOnlyList<string>>())));
    }

    private string OneOf(string name, Dictionary<string, string> values, string missing)
    {
        if (Find(name) is not (var key, { } value))
        {
            return missing;
        }

        return value.ValueKind == JsonValueKind.String && values.TryGetValue(value.GetString()!, out var known)
            ? known
            : Fault(key, $"Debe ser uno de: {string.Join(", ", values.Values.Distinct())}", missing);
    }

    private bool Flag(string name, bool missing) => Find(name) is not (var key, { } value) ? missing
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : Fault(key, "Debe ser true o false", missing);

    private int Number(string name, int least, int most, int missing) => Find(name) is not (var key, { } value) ? missing
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most ? number
        : Fault(key, $"Debe ser un número entero de {least} a {most}", missing);

    private (string Key, JsonElement? Value) Find(string name) =>
        _root.TryGetProperty(name, out var top) && top.ValueKind != JsonValueKind.Null ? (name, top)
        : _nested is { } nested && nested.TryGetProperty(name, out var inner) && inner.ValueKind != JsonValueKind.Null ? ($"{Nested}.{name}", inner)
        : (name, null);

    private T Fault<T>(string key, string fault, T missing)
    {
        _faults[key] = [fault];
        return missing;
    }
}
