using Microsoft.Extensions.Hosting;

namespace Ocr.ServiceDefaults.Storage;

/// <summary>
/// A file that takes space for nothing, so that there is some for a cleaning when the disk is full: deleting rows writes to the database
/// first. It is given up for the time of a cleaning and made again when there is room.
/// </summary>
/// <param name="folder">Folder of the file, on the disk of the database; <see langword="null"/> where the database is not a file.</param>
/// <param name="reserve">Tells when there is room.</param>
public sealed class DiskBallast(string? folder, DiskReserve reserve) : IHostedService
{
    private const long Bytes = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly string? _path = folder is null ? null : Path.Combine(folder, ".ballast");
    private int _uses;

    /// <summary>Gives the space up if it is needed.</summary>
    /// <returns>Takes it again, as far as there is room, when it is disposed of.</returns>
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
            // Blocks of the disk, and not only a length.
            new FileStream(_path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, PreallocationSize = Bytes }).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
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
