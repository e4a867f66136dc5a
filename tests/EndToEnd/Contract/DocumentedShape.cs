using System.Text.Json;
using System.Text.Json.Nodes;
using Ocr.Contracts;

namespace Ocr.EndToEnd.Contract;

/// <summary>
/// Compares a response with the documented one: it has every documented key, at its place, with a value of the documented type and
/// form. Additional keys are allowed; null is not.
/// </summary>
/// <param name="maps">Names of objects whose keys are data, such as the file names of <c>file_errors</c>.</param>
/// <param name="exact">Names of keys whose value is part of the contract, in addition to <see cref="Words"/>.</param>
/// <param name="free">Keys of <see cref="Words"/> whose value varies in this case.</param>
internal sealed class DocumentedShape(
    IReadOnlyCollection<string> maps, IReadOnlyCollection<string> exact, IReadOnlyCollection<string>? free = null)
{
    // Keys whose values clients compare: the value must be the documented one.
    private static readonly HashSet<string> Words =
        ["success", "status", "estado", "error", "processing_status", "file_exists", "format", "currency"];

    // Values that a receipt may not print.
    private static readonly HashSet<string> Blankable = [.. FieldKeys.All, "bancoorigen", "pago_fecha"];

    /// <summary>Every difference with its place; none for a documented response.</summary>
    public IReadOnlyList<string> Differences(JsonNode documented, JsonNode? real) => [.. Compare(documented, real, "$", "")];

    private IEnumerable<string> Compare(JsonNode documented, JsonNode? real, string path, string key) =>
        (documented, real) switch
        {
            (_, null) => [$"{path}: missing or null"],
            (JsonObject expected, JsonObject actual) => CompareObjects(expected, actual, path, key),
            (JsonArray expected, JsonArray actual) => CompareArrays(expected, actual, path, key),
            (JsonValue expected, JsonValue actual) => CompareValues(expected, actual, path, key),
            _ => [$"{path}: {documented.GetValueKind()} is documented, {real.GetValueKind()} came"],
        };

    private IEnumerable<string> CompareObjects(JsonObject documented, JsonObject real, string path, string key)
    {
        if (!maps.Contains(key))
        {
            return documented.SelectMany(member => Compare(member.Value!, real[member.Key], $"{path}.{member.Key}", member.Key));
        }

        return real.Count == 0 ? [$"{path}: empty"] : real.SelectMany(member => Best(documented.Select(one => one.Value!), member.Value, $"{path}.{member.Key}", key));
    }

    private IEnumerable<string> CompareArrays(JsonArray documented, JsonArray real, string path, string key)
    {
        if (documented.Count == 0)
        {
            return [];
        }

        // A list of numbers is a tuple: coordinates, load averages.
        if (documented[0]!.GetValueKind() == JsonValueKind.Number)
        {
            return documented.Count == real.Count
                ? documented.Zip(real).SelectMany((pair, index) => Compare(pair.First!, pair.Second, $"{path}[{index}]", key))
                : [$"{path}: {documented.Count} numbers are documented, {real.Count} came"];
        }

        return real.Count == 0 ? [$"{path}: empty"] : real.SelectMany((item, index) => Best(documented.Select(one => one!), item, $"{path}[{index}]", key));
    }

    // Documented elements vary (with and without a warning); each real one must match one of them.
    private string[] Best(IEnumerable<JsonNode> documented, JsonNode? real, string path, string key) =>
        documented.Select(one => Compare(one, real, path, key).ToArray()).MinBy(differences => differences.Length)!;

    private IEnumerable<string> CompareValues(JsonValue documented, JsonValue real, string path, string key)
    {
        var (kind, came) = (Kind(documented), Kind(real));
        if (kind != came)
        {
            return [$"{path}: {kind} is documented, {came} came ({real.ToJsonString()})"];
        }

        if ((Words.Contains(key) && free?.Contains(key) != true) || exact.Contains(key))
        {
            return documented.ToJsonString() == real.ToJsonString() ? [] : [$"{path}: {documented.ToJsonString()} is documented, {real.ToJsonString()} came"];
        }

        return kind switch
        {
            "text" => CompareTexts(documented.GetValue<string>(), real.GetValue<string>(), path, key),
            "number" when IsCount(documented, key) && !IsWhole(real) => [$"{path}: a whole number is documented, {real.ToJsonString()} came"],
            _ => [],
        };
    }

    private static IEnumerable<string> CompareTexts(string documented, string real, string path, string key)
    {
        var form = TextFormats.Of(documented);
        return form is null || TextFormats.Has(real, form) || (real.Length == 0 && Blankable.Contains(key)) ? [] : [$"{path}: {form} is documented, '{real}' came"];
    }

    private static string Kind(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var other => other.ToString(),
    };

    // Measurements may be whole numbers in an example; counts and sizes always are.
    private static bool IsCount(JsonNode documented, string key) =>
        IsWhole(documented)
        && !key.EndsWith("_mb", StringComparison.Ordinal) && !key.EndsWith("_percent", StringComparison.Ordinal)
        && !key.StartsWith("center_", StringComparison.Ordinal) && !key.EndsWith("_pixels", StringComparison.Ordinal)
        && !key.Contains("_per_", StringComparison.Ordinal) && key is not "area";

    private static bool IsWhole(JsonNode number) => !number.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E');
}
