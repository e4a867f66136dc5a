using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Ocr.ServiceDefaults;

namespace Ocr.Persistence;

/// <summary>
/// Runs before other parts of the host: a SQLite file, which belongs to this process, is checked and migrated. A PostgreSQL
/// schema, which belongs to all replicas, must be up to date already.
/// </summary>
internal sealed class SchemaStartup(IEnumerable<Func<ServiceDbContext>> schemas) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(5);

    private readonly List<DatabaseOwner> _owned = [];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var open in schemas)
        {
            await using var context = open();

            // Created now, by one thread: two concurrent first queries may use the incomplete model, and throw (dotnet/efcore, model initialization).
            _ = context.Model.GetRelationalModel();
            if (context.IsPostgres)
            {
                await SchemaMigrator.EnsureCurrentAsync(context, cancellationToken);
            }
            else
            {
                await StartFileAsync(context, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _owned.ForEach(owner => owner.Dispose());
        _owned.Clear();
    }

    /// <summary>Migrates a file that no other process uses.</summary>
    /// <exception cref="StartupException">The file is used by another process, damaged or cannot be written.</exception>
    internal static async Task<(DatabaseOwner Owner, IReadOnlyList<string> Applied)> MigrateFileAsync(
        ServiceDbContext context, CancellationToken cancellationToken)
    {
        var file = context.Database.GetDbConnection().DataSource;
        var owner = await DatabaseOwner.TakeAsync(file, cancellationToken);
        try
        {
            var applied = await SchemaMigrator.MigrateAsync(context, cancellationToken);
            return await SqliteIntegrity.FindDamageAsync(context, CheckTime) is null ? (owner, applied) : throw DatabaseErrors.Damaged(file, null);
        }
        catch (SqliteException exception) when (DatabaseErrors.Classify(exception) is not null)
        {
            owner.Dispose();
            throw DatabaseErrors.AtStart(file, exception);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    private async Task StartFileAsync(ServiceDbContext context, CancellationToken cancellationToken) =>
        _owned.Add((await MigrateFileAsync(context, cancellationToken)).Owner);
}
