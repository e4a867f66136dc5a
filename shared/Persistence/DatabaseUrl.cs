using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Ocr.Persistence;

/// <summary>Parses <c>postgresql://user:password@host:5432/database?sslmode=require</c> to a connection string of Npgsql.</summary>
public static class DatabaseUrl
{
    /// <summary>
    /// Default maximum of connections per process. No operation uses two connections concurrently, so fewer connections than consumers only
    /// cause waits. The connections of all replicas must fit into the server's <c>max_connections</c>.
    /// </summary>
    public const int PoolSize = 16;

    private const int DefaultPort = 5432;
    private const int MaxPrepared = 100;

    /// <summary>Parses an address.</summary>
    /// <param name="url">The address; user, password, and names and values of Npgsql's parameters may be percent-encoded.</param>
    /// <param name="connectionString">Connection string of Npgsql.</param>
    public static bool TryParse(string url, [NotNullWhen(true)] out string? connectionString)
    {
        connectionString = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("postgresql" or "postgres"))
        {
            return false;
        }

        var database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/'));
        if (address.Host.Length == 0 || database.Length == 0)
        {
            return false;
        }

        var user = address.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : DefaultPort,
            Database = database,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            // A service repeats a few dozen statements; they are planned once per connection.
            MaxAutoPrepare = MaxPrepared,
            MaxPoolSize = PoolSize,
            // No statement changes the state of a connection (no SET, LISTEN or temporary table), so DISCARD ALL is not needed.
            NoResetOnClose = true,
        };
        if (!TryAddParameters(builder, address.Query))
        {
            return false;
        }

        connectionString = builder.ConnectionString;
        return true;
    }

    private static bool TryAddParameters(NpgsqlConnectionStringBuilder builder, string query)
    {
        foreach (var parameter in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = Array.ConvertAll(parameter.Split('=', 2), Uri.UnescapeDataString);
            var isSslMode = parts[0].Replace(" ", "", StringComparison.Ordinal).Equals("sslmode", StringComparison.OrdinalIgnoreCase);
            try
            {
                // libpq uses sslmode=verify-full where Npgsql uses VerifyFull.
                builder[parts[0]] = isSslMode ? parts[^1].Replace("-", "", StringComparison.Ordinal) : parts[^1];
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
            {
                return false;
            }
        }

        return true;
    }
}
