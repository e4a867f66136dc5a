using Microsoft.EntityFrameworkCore;
using Ocr.ServiceDefaults;

namespace Ocr.Persistence;

/// <summary>
/// Exclusive lock for schema changes. The lock ends with its process, also after a crash. EF Core's lock in SQLite is a row
/// that a killed process leaves, and later processes would wait forever: the owner of this lock removes that row.
/// </summary>
internal sealed class SchemaLock : IAsyncDisposable
{
    // The owner creates tables or an index: minutes with many rows, never hours.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private readonly ServiceDbContext _context;
    private readonly FileStream? _file;

    private SchemaLock(ServiceDbContext context, FileStream? file)
    {
        _context = context;
        _file = file;
    }

    public static async Task<SchemaLock> TakeAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        if (!context.IsPostgres)
        {
            return new SchemaLock(context, await OpenAsync(context.Database.GetDbConnection().DataSource + ".lock", cancellationToken));
        }

        // The lock belongs to this connection, which stays open until the lock is released.
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtext({context.Schema}))", cancellationToken);
        return new SchemaLock(context, null);
    }

    /// <summary>Removes EF Core's lock. Its process has ended, because this process owns the schema lock.</summary>
    public async Task ForgetDeadHoldersAsync(CancellationToken cancellationToken)
    {
        if (!_context.IsPostgres)
        {
            await _context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            await _file.DisposeAsync();
            return;
        }

        await _context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtext({_context.Schema}))");
        await _context.Database.CloseConnectionAsync();
    }

    private static async Task<FileStream> OpenAsync(string path, CancellationToken cancellationToken) =>
        await LockFile.TryOpenAsync(path, Longest, cancellationToken)
        ?? throw new StartupException($"Another process has been changing the tables beside '{path}' for {Longest.TotalMinutes} minutes. Stop it and start again.");
}
