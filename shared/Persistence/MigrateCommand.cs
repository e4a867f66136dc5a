using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Ocr.ServiceDefaults;

namespace Ocr.Persistence;

/// <summary><c>dotnet Ocr.Ingest.dll migrate</c>: the step between installing a version and starting its replicas.</summary>
public static class MigrateCommand
{
    // Timeout for the server to respond. The migration has a separate limit, Longest, and the whole job has 15 min.
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(14);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Serves until it is stopped. When the first argument is <c>migrate</c>, it migrates every schema of this program and ends. When the first argument
    /// is an <see cref="IProgramCommand"/>, it runs the command. The exit code is 1 when the schema is not, or cannot be
    /// brought, up to date.
    /// </summary>
    /// <param name="app">The application, not started.</param>
    /// <param name="args">Arguments of the program.</param>
    public static async Task RunOrMigrateAsync(this WebApplication app, string[] args)
    {
        ArgumentNullException.ThrowIfNull(app);
        try
        {
            await (args is ["migrate", ..] ? app.MigrateAsync()
                : ProgramCommands.Find(app, args) is { } command ? ProgramCommands.RunAsync(command, args[1..])
                : app.RunAsync());
        }
        catch (Exception exception) when (exception is SchemaOutdatedException or StartupException or NpgsqlException)
        {
            Log.SchemaUnusable(app.Logger, exception.Message);
            Environment.ExitCode = 1;
        }
    }

    /// <summary>Migrates every schema of a program, once its database responds.</summary>
    /// <param name="app">The application, not started.</param>
    public static async Task MigrateAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        using var timeout = new CancellationTokenSource(Timeout);
        foreach (var open in app.Services.GetServices<Func<ServiceDbContext>>())
        {
            await using var context = open();

            // Creating an index on a large table takes minutes, and so does the wait for another process that creates it.
            context.Database.SetCommandTimeout(Longest);
            var applied = await WhenReachableAsync(() => MigrateAsync(context), app.Logger, timeout.Token);
            Log.Migrated(app.Logger, context.Schema, applied.Count, string.Join(", ", applied));
        }
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(ServiceDbContext context)
    {
        if (context.IsPostgres)
        {
            return await SchemaMigrator.MigrateAsync(context, CancellationToken.None);
        }

        var (owner, applied) = await SchemaStartup.MigrateFileAsync(context, CancellationToken.None);
        owner.Dispose();
        return applied;
    }

    // The job often starts before its database server responds.
    private static async Task<T> WhenReachableAsync<T>(Func<Task<T>> action, ILogger logger, CancellationToken timeout)
    {
        while (true)
        {
            try
            {
                return await action();
            }
            catch (NpgsqlException exception) when (exception.IsTransient && !timeout.IsCancellationRequested)
            {
                Log.DatabaseAwaited(logger, exception.Message);
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }
}
