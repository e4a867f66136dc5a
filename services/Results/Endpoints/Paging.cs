using System.Globalization;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Endpoints;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Offset">After so many.</param>
internal sealed record Paging(int Limit, int Offset)
{
    /// <summary>Most entries of one answer.</summary>
    public const int Most = 1000;

    /// <summary>Reads the two parameters; a wrong one ends the request with an answer that names it.</summary>
    public static Paging Read(string? limit, string? offset, int fallback)
    {
        var faults = new Dictionary<string, IReadOnlyList<string>>();
        var paging = new Paging(
            Number("limit", limit, fallback, 1, Most, faults), Number("offset", offset, 0, 0, int.MaxValue, faults));
        return faults.Count == 0 ? paging
            : throw new ApiException(ApiFaults.Validation(new ValidationDetails(faults, new Dictionary<string, IReadOnlyList<string>>())));
    }

    private static int Number(string name, string? text, int fallback, int least, int most, Dictionary<string, IReadOnlyList<string>> faults)
    {
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        faults[name] = [most == int.MaxValue ? $"Debe ser un entero desde {least}" : $"Debe ser un entero de {least} a {most}"];
        return fallback;
    }
}
