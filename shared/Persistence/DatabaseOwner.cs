using Ocr.ServiceDefaults;

namespace Ocr.Persistence;

/// <summary>
/// Restricts a SQLite file to one process. Two processes would share its rows, but not the leases, locks and counters that are in memory.
/// Hosts of the same process share the ownership.
/// </summary>
internal sealed class DatabaseOwner : IDisposable
{
    // A process that was just killed may still be ending.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);
    private static readonly SemaphoreSlim Turn = new(1);
    private static readonly Dictionary<string, (FileStream File, int Hosts)> Owned = new(StringComparer.Ordinal);

    private readonly string _path;
    private bool _disposed;

    private DatabaseOwner(string path) => _path = path;

    /// <summary>Acquires the ownership of a file.</summary>
    /// <param name="database">Path of the database.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="StartupException">Another process owns it, or the folder cannot be written.</exception>
    public static async Task<DatabaseOwner> TakeAsync(string database, CancellationToken cancellationToken)
    {
        var path = database + ".owner";
        await Turn.WaitAsync(cancellationToken);
        try
        {
            if (!Owned.TryGetValue(path, out var owned))
            {
                var file = await LockFile.TryOpenAsync(path, Timeout, cancellationToken) ?? throw new StartupException(
                    $"Another process uses '{database}'. Stop it, or set DATA_DIR to a separate folder for this one.");
                owned = (file, 0);
            }

            Owned[path] = owned with { Hosts = owned.Hosts + 1 };
            return new DatabaseOwner(path);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Releases the file.</summary>
    public void Dispose()
    {
        Turn.Wait();
        try
        {
            if (_disposed || !Owned.TryGetValue(_path, out var owned))
            {
                return;
            }

            _disposed = true;
            if (owned.Hosts > 1)
            {
                Owned[_path] = owned with { Hosts = owned.Hosts - 1 };
                return;
            }

            Owned.Remove(_path);
            owned.File.Dispose();
        }
        finally
        {
            Turn.Release();
        }
    }
}
