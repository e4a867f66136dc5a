using System.Globalization;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.ServiceDefaults.Lists;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Offset">After so many.</param>
public sealed record Paging(int Limit, int Offset)
{
    /// <summary>Most entries of one answer.</summary>
    public const int Max = 1000;

    /// <summary>Reads the two parameters; a wrong one ends the request with an answer that names it.</summary>
    /// <param name="limit">Text of <c>limit</c>; blank when it was not sent.</param>
    /// <param name="offset">Text of <c>offset</c>; blank when it was not sent.</param>
    /// <param name="fallback">Limit of a request that names none.</param>
    /// <exception cref="ApiException">One of them is not a number in its range.</exception>
    public static Paging Read(string? limit, string? offset, int fallback)
    {
        var faults = new Dictionary<string, IReadOnlyList<string>>();
        var paging = new Paging(
            Number("limit", limit, fallback, 1, Max, faults), Number("offset", offset, 0, 0, int.MaxValue, faults));
        return faults.Count == 0 ? paging
            : throw new ApiException(ApiFaults.InvalidFields(faults));
    }

    private static int Number(string name, string? text, int fallback, int min, int max, Dictionary<string, IReadOnlyList<string>> faults)
    {
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        faults[name] = [max == int.MaxValue ? $"Debe ser un entero desde {min}" : $"Debe ser un entero de {min} a {max}"];
        return fallback;
    }
}
