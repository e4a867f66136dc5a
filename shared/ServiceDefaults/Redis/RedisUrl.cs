using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using StackExchange.Redis;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>Parses <c>redis://user:password@host:6379/0</c> (<c>rediss</c> for TLS) to options of StackExchange.Redis.</summary>
public static class RedisUrl
{
    private const int DefaultPort = 6379;

    /// <summary>Reads an address.</summary>
    /// <param name="url">The address; user and password may be percent-encoded, and a password may be given without a user as <c>:password@</c>.</param>
    /// <param name="options">Server, credentials and database; the library's defaults for all else.</param>
    public static bool TryParse(string url, [NotNullWhen(true)] out ConfigurationOptions? options)
    {
        options = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme is not ("redis" or "rediss")
            || address.Host.Length == 0
            || !TryReadDatabase(address.AbsolutePath.Trim('/'), out var database))
        {
            return false;
        }

        var user = address.UserInfo.Split(':', 2);
        options = new ConfigurationOptions
        {
            DefaultDatabase = database,
            Ssl = address.Scheme == "rediss",
            User = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        options.EndPoints.Add(address.Host, address.Port > 0 ? address.Port : DefaultPort);
        return true;
    }

    private static bool TryReadDatabase(string path, out int database)
    {
        database = 0;
        return path.Length == 0 || int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out database);
    }
}
