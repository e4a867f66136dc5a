using System.Globalization;

namespace Ocr.Ingest.Http;

/// <summary>The supported preferences of a request (<c>Prefer</c>, RFC 7240). A malformed preference is ignored, as the RFC requires.</summary>
/// <param name="RespondsAsync"><c>respond-async</c>.</param>
/// <param name="Wait"><c>wait=N</c>, seconds; <see langword="null"/> without it.</param>
internal sealed record Preferences(bool RespondsAsync, int? Wait)
{
    /// <summary>Name of the response header.</summary>
    public const string AppliedHeader = "Preference-Applied";

    /// <summary>Reads the header.</summary>
    public static Preferences Of(HttpRequest request)
    {
        var (respondsAsync, wait) = (false, (int?)null);
        foreach (var preference in request.Headers["Prefer"].SelectMany(value => value?.Split(',') ?? []))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Equals("respond-async", StringComparison.OrdinalIgnoreCase))
            {
                respondsAsync = true;
            }
            else if (parts[0].Equals("wait", StringComparison.OrdinalIgnoreCase) && parts.Length == 2
                && int.TryParse(parts[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                // The first value counts.
                wait ??= seconds;
            }
        }

        return new Preferences(respondsAsync, wait);
    }
}
