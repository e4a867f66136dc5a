using Microsoft.Data.Sqlite;

namespace Ocr.Persistence;

/// <summary>The SQLite file of a service.</summary>
public static class SqliteFile
{
    /// <summary>Returns the connection string of a service's file. It is also the key of the connection pool.</summary>
    /// <param name="folder">Data folder.</param>
    /// <param name="schema">Name of the service's schema, and of its file without <c>.db</c>.</param>
    public static string ConnectionString(string folder, string schema) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, schema + ".db"), DefaultTimeout = 30 }.ConnectionString;
}
