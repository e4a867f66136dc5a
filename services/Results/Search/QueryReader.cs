using System.Globalization;
using Ocr.Results.Reviews;

namespace Ocr.Results.Search;

/// <summary>Reads the parameters of a query; an invalid or unknown parameter is an error that names it.</summary>
internal sealed class QueryReader
{
    /// <summary>Formats of a day, for error messages.</summary>
    public const string DayForm = "Debe ser una fecha real, como 2025-07-11, 20250711 u 11/07/2025";

    private const int Longest = 100;
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy"];
    private readonly IQueryCollection _query;

    public QueryReader(IQueryCollection query, IReadOnlyList<string> known)
    {
        _query = query;
        foreach (var name in query.Keys.Where(name => !known.Contains(name)))
        {
            Errors.Add(name, $"No es un parámetro; use: {string.Join(", ", known)}");
        }
    }

    /// <summary>The errors.</summary>
    public RequestErrors Errors { get; } = new();

    /// <summary>The text of a parameter; <see langword="null"/> when it was not sent.</summary>
    public string? Text(string name)
    {
        var text = _query[name].ToString().Trim();
        if (text.Length > Longest || text.Any(char.IsControl))
        {
            Errors.Add(name, $"Debe tener como máximo {Longest} caracteres, sin caracteres de control");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>A text in its search form.</summary>
    public string? Key(string name, Func<string, string> form, int min)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var key = form(text);
        if (key.Length < min)
        {
            Errors.Add(name, $"Debe tener al menos {min} caracteres que se puedan buscar");
            return null;
        }

        return key;
    }

    /// <summary>A value of some type.</summary>
    public T? Value<T>(string name, Func<string, T?> parse, string form)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Errors.Add(name, form);
        }

        return value;
    }

    /// <summary>One of several texts.</summary>
    public string? OneOf(string name, IReadOnlyList<string> values)
    {
        var text = Text(name);
        if (text is null || values.Contains(text))
        {
            return text;
        }

        Errors.Add(name, $"Debe ser uno de: {string.Join(", ", values)}");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool? Flag(string name) => OneOf(name, ["true", "false"]) is { } text ? text == "true" : null;

    /// <summary>A day.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An instant, or the start of a day in UTC; the end of the day for the end of a period.</summary>
    public DateTimeOffset? Instant(string name, bool end) => Value<DateTimeOffset>(
        name,
        text => Day(text) is { } day ? Limit(day, end)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
            : null,
        "Debe ser una fecha real, como 2025-07-11, o un instante, como 2025-07-11T14:30:00Z");

    // No day follows 9999-12-31, which people type for "without an end".
    private static DateTimeOffset Limit(DateOnly day, bool end) => end && day == DateOnly.MaxValue ? DateTimeOffset.MaxValue
        : new DateTimeOffset(day.AddDays(end ? 1 : 0), TimeOnly.MinValue, TimeSpan.Zero);
}
