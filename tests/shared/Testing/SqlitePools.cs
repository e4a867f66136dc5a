using Microsoft.Data.Sqlite;
using Ocr.Persistence;

namespace Ocr.Testing;

/// <summary>
/// Closes pooled connections. <c>SqliteConnection.ClearAllPools</c> would also close a connection that a concurrent test is opening, which then
/// throws <see cref="ObjectDisposedException"/>.
/// </summary>
public static class SqlitePools
{
    /// <summary>Closes the idle connections to the services' files of a data folder.</summary>
    public static void Close(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.db"))
        {
            using var connection = new SqliteConnection(SqliteFile.ConnectionString(folder, Path.GetFileNameWithoutExtension(file)));
            SqliteConnection.ClearPool(connection);
        }
    }
}
