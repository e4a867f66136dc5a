using Npgsql;

namespace Ocr.Testing;

/// <summary>
/// A data folder of one test, and its database: SQLite in the folder, or, where <c>TEST_POSTGRES_URL</c> names a server
/// (<c>postgresql://user@host:port/postgres</c>), a PostgreSQL database of its own, so that the same tests run on both.
/// </summary>
public sealed class TempFolder : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TEST_POSTGRES_URL");
    private readonly string _id = Guid.NewGuid().ToString("N");

    public TempFolder()
    {
        Name = Path.Combine(Path.GetTempPath(), "ocr-tests", _id);
        Directory.CreateDirectory(Name);
        if (IsPostgres)
        {
            Execute($"CREATE DATABASE test_{_id}");
            DatabaseUrl = new UriBuilder(Server!) { Path = "test_" + _id }.Uri.ToString();
        }
    }

    public static bool IsPostgres => !string.IsNullOrEmpty(Server);

    public string Name { get; }

    /// <summary>Address of the PostgreSQL database; blank for SQLite.</summary>
    public string DatabaseUrl { get; } = "";

    /// <summary>Files in the object store.</summary>
    public IReadOnlyList<string> Images => [.. Directory.EnumerateFiles(Path.Combine(Name, "images"), "*", SearchOption.AllDirectories)];

    public void Dispose()
    {
        SqlitePools.Close(Name);
        Directory.Delete(Name, recursive: true);
        if (IsPostgres)
        {
            NpgsqlConnection.ClearAllPools();
            Execute($"DROP DATABASE test_{_id} WITH (FORCE)");
        }
    }

    private static void Execute(string sql)
    {
        var url = new Uri(Server!);
        var address = new NpgsqlConnectionStringBuilder { Host = url.Host, Port = url.Port, Username = url.UserInfo, Database = url.AbsolutePath.Trim('/') };
        using var connection = new NpgsqlConnection(address.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
