using System.Globalization;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.ServiceDefaults.Lists;

/// <summary>A page of a list.</summary>
/// <param name="Limit">Maximum number of entries.</param>
/// <param name="Offset">Number of skipped entries.</param>
public sealed record Paging(int Limit, int Offset)
{
    /// <summary>Maximum number of entries in one response.</summary>
    public const int Max = 1000;

    /// <summary>Reads the two parameters; an invalid one ends the request with an error that names it.</summary>
    /// <param name="limit">Text of <c>limit</c>; blank when it was not sent.</param>
    /// <param name="offset">Text of <c>offset</c>; blank when it was not sent.</param>
    /// <param name="fallback">Limit of a request without one.</param>
    /// <exception cref="ApiException">One of them is not a number in its range.</exception>
    public static Paging Read(string? limit, string? offset, int fallback)
    {
        var errors = new Dictionary<string, IReadOnlyList<string>>();
        var paging = new Paging(
            Number("limit", limit, fallback, 1, Max, errors), Number("offset", offset, 0, 0, int.MaxValue, errors));
        return errors.Count == 0 ? paging
            : throw new ApiException(ApiErrors.InvalidFields(errors));
    }

    private static int Number(string name, string? text, int fallback, int min, int max, Dictionary<string, IReadOnlyList<string>> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        errors[name] = [max == int.MaxValue ? $"Debe ser un entero desde {min}" : $"Debe ser un entero de {min} a {max}"];
        return fallback;
    }
}
