using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Ocr.Persistence;

/// <summary>Creates the schema before any other part of the host starts.</summary>
internal sealed class SchemaStartup<TContext>(IDbContextFactory<TContext> contexts) : IHostedLifecycleService
    where TContext : ServiceDbContext
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await SchemaCreator.EnsureAsync(context, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
