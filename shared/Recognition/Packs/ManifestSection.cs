using System.Globalization;
using System.Text.Json;

namespace Ocr.Recognition.Packs;

/// <summary>
/// Reads the members of one JSON object. A member that is missing, of the wrong type or out of range adds an error that names it. Reading
/// continues with a substitute value, so that one run reports every error.
/// </summary>
internal sealed class ManifestSection(JsonElement element, string path, List<string> errors)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public void Error(string member, string message) => errors.Add($"{path}{member}: {message}");

    public string Text(string member)
    {
        if (Find(member) is not { } value)
        {
            return "";
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Error(member, "must be a text that is not empty");
        return "";
    }

    public bool Boolean(string member)
    {
        var value = Find(member);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Error(member, $"must be true or false, is {value.Value.GetRawText()}");
        }

        return value is { ValueKind: JsonValueKind.True };
    }

    public double Number(string member, double min, double max)
    {
        if (Find(member) is not { } value)
        {
            return min;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Error(member, $"must be a number from {Show(min)} to {Show(max)}, is {value.GetRawText()}");
        return min;
    }

    public IReadOnlyList<double> Numbers(string member, double min, double max)
    {
        if (Find(member) is not { ValueKind: JsonValueKind.Array } list)
        {
            Error(member, "must be a list of numbers");
            return [];
        }

        var numbers = new List<double>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out var number) && number >= min && number <= max)
            {
                numbers.Add(number);
            }
            else
            {
                Error(member, $"must hold numbers from {Show(min)} to {Show(max)}, holds {item.GetRawText()}");
            }
        }

        return numbers;
    }

    public int Integer(string member, int min, int max)
    {
        if (Find(member) is not { } value)
        {
            return min;
        }

        if (IsInteger(value, min, max, out var number))
        {
            return number;
        }

        Error(member, $"must be an integer from {Show(min)} to {Show(max)}, is {value.GetRawText()}");
        return min;
    }

    public IReadOnlyList<int> Integers(string member, int min, int max)
    {
        if (Find(member) is not { } value)
        {
            return [min];
        }

        var numbers = new List<int>();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (!IsInteger(item, min, max, out var number))
                {
                    Error(member, $"must hold integers from {Show(min)} to {Show(max)}, holds {item.GetRawText()}");
                }

                numbers.Add(number);
            }
        }

        if (numbers.Count == 0)
        {
            Error(member, "must be a list of at least one integer");
            return [min];
        }

        return numbers;
    }

    public ManifestSection Section(string member)
    {
        var value = Find(member) ?? default;
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            Error(member, "must be an object");
        }

        return new ManifestSection(value, $"{path}{member}.", errors);
    }

    /// <summary>Reports members that were not read: they are most likely misspelled.</summary>
    public void RejectUnknown()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in element.EnumerateObject().Where(member => !_known.Contains(member.Name)))
        {
            Error(member.Name, "is unknown");
        }
    }

    /// <summary>Allows a member without reading it.</summary>
    public void Allow(string member) => _known.Add(member);

    /// <summary>Whether an optional member is present; allows it in either case.</summary>
    public bool Has(string member)
    {
        _known.Add(member);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out _);
    }

    private JsonElement? Find(string member)
    {
        _known.Add(member);
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value))
        {
            return value;
        }

        Error(member, "is missing");
        return null;
    }

    private static bool IsInteger(JsonElement value, int min, int max, out int number)
    {
        number = min;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number) && number >= min && number <= max;
    }

    private static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);
}
