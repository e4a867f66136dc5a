using System.Globalization;

namespace Ocr.Gateway.Statistics;

/// <summary>Formats values as in §6.1 of the specification.</summary>
internal static class Units
{
    private const double Megabyte = 1024 * 1024;
    private const double Gigabyte = 1024 * Megabyte;

    /// <summary><c>0.41s</c>.</summary>
    public static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00}s");

    /// <summary><c>25%</c>.</summary>
    public static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0}%");

    /// <summary><c>512MB</c>; <c>1.2GB</c> from one gigabyte. Values under ten have one decimal.</summary>
    public static string Bytes(double bytes) =>
        bytes >= Gigabyte ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Gigabyte:0.0}GB")
        : bytes >= 10 * Megabyte ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0}MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.#}MB");
}
