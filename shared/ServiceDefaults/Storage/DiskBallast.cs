using Microsoft.Extensions.Hosting;

namespace Ocr.ServiceDefaults.Storage;

/// <summary>
/// A file that reserves space for a cleaning on a full disk, because deleting rows writes to the database
/// first. It is deleted for the time of a cleaning and created again when there is space.
/// </summary>
/// <param name="folder">Folder of the file, on the disk of the database; <see langword="null"/> where the database is not a file.</param>
/// <param name="reserve">Reports whether there is space.</param>
public sealed class DiskBallast(string? folder, DiskReserve reserve) : IHostedService
{
    private const long Bytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly string? _path = folder is null ? null : Path.Combine(folder, ".ballast");
    private int _uses;

    /// <summary>Frees the space if it is needed.</summary>
    /// <returns>Reserves the space again, as far as it is available, when it is disposed.</returns>
    public IDisposable Release()
    {
        lock (_lock)
        {
            _uses++;
            if (_path is not null && !reserve.HasRoomFor(0))
            {
                File.Delete(_path);
            }
        }

        return new Use(this);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Take();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void End()
    {
        lock (_lock)
        {
            if (--_uses == 0)
            {
                Take();
            }
        }
    }

    private void Take()
    {
        if (_path is null || File.Exists(_path) || !reserve.HasRoomFor(Bytes))
        {
            return;
        }

        try
        {
            // Allocates blocks of the disk, not only a length.
            new FileStream(_path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = Bytes }).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next cleaning tries again.
            File.Delete(_path);
        }
    }

    private sealed class Use(DiskBallast ballast) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                ballast.End();
            }
        }
    }
}
