using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Persistence;

/// <summary>Registers the database of a service.</summary>
public static class PersistenceExtensions
{
    private static readonly SqliteConnectionSettings SqliteSettings = new();

    /// <summary>Adds an <see cref="IDbContextFactory{TContext}"/>, the check of its schema at start, and a readiness check.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="schema">Name of the service's schema and file.</param>
    public static IServiceCollection AddServiceDatabase<TContext>(this IServiceCollection services, string schema)
        where TContext : ServiceDbContext
    {
        services.AddValidatedOptions<DatabaseOptions>();
        services.AddStore(schema);
        services.AddPooledDbContextFactory<TContext>((provider, options) =>
        {
            Configure(options, provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, schema);
            var recorder = new StorageErrorRecorder(
                schema, provider.GetRequiredService<StorageErrors>(), provider.GetRequiredService<ILogger<StorageErrorRecorder>>());
            options.AddInterceptors(
                new StorageErrorRecorder.Commands(recorder), new StorageErrorRecorder.Transactions(recorder), new StorageErrorRecorder.Connections(recorder));

            // EF Core interceptors do not report errors that occur while rows are read.
            options.LogTo(
                static (id, _) => id == CoreEventId.QueryIterationFailed,
                failure => recorder.Record((failure as DbContextTypeErrorEventData)?.Exception));
        });
        services.AddSingleton<Func<ServiceDbContext>>(provider =>
            provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext);
        services.AddHostedService<SchemaStartup>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck<TContext>>($"database_{schema}", tags: [HealthEndpoints.ReadyTag]);
        return services;
    }

    /// <summary>Sets the provider and address of a context.</summary>
    /// <param name="options">The options to fill.</param>
    /// <param name="database">The database.</param>
    /// <param name="schema">Name of the service's schema and file.</param>
    public static void Configure(DbContextOptionsBuilder options, DatabaseOptions database, string schema)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(database);
        options.ReplaceService<IMigrationsAssembly, ProviderMigrations>();
        if (database.IsPostgres)
        {
            options.UseNpgsql(
                DatabaseUrl.TryParse(database.Url!, out var address) ? address : throw new ArgumentException("No address."),
                postgres => postgres.MigrationsHistoryTable(HistoryRepository.DefaultTableName, schema));
            return;
        }

        var folder = DataFolder.Create(database.DataDirectory);
        options.UseSqlite(SqliteFile.ConnectionString(folder, schema)).AddInterceptors(SqliteSettings);
    }
}
