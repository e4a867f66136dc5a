using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Ocr.Persistence;

/// <summary>
/// Before any other part of the host starts: a SQLite file, which belongs to this process, is brought up to date; a PostgreSQL schema,
/// which belongs to all replicas, has to be so already.
/// </summary>
internal sealed class SchemaStartup(IEnumerable<Func<ServiceDbContext>> schemas) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var open in schemas)
        {
            await using var context = open();

            // Made now, by one thread: two first queries at once may see it half made, and throw (dotnet/efcore, model initialization).
            _ = context.Model.GetRelationalModel();
            if (context.IsPostgres)
            {
                await SchemaMigrator.EnsureCurrentAsync(context, cancellationToken);
            }
            else
            {
                await SchemaMigrator.MigrateAsync(context, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
