using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Ocr.Persistence;

namespace Ocr.Migrations;

/// <summary>Writes the migration from the last snapshot of a service's model to its current model.</summary>
internal static class Scaffolder
{
    /// <summary>Adds a migration for one provider.</summary>
    /// <param name="service">Name of a service with tables, such as <c>Ingest</c>.</param>
    /// <param name="name">Name of the migration, an identifier.</param>
    /// <param name="provider"><c>Sqlite</c> or <c>Postgres</c>.</param>
    /// <returns>The file; <see langword="null"/> when the model has not changed.</returns>
    public static string? Add(string service, string name, string provider)
    {
        var folder = Path.Combine(Services(), service, "Migrations", provider);
        using var context = Open(service, provider);
        if (!context.Database.HasPendingModelChanges())
        {
            return null;
        }

        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
        ProviderServices(context).ConfigureDesignTimeServices(services);
        using var provided = services.BuildServiceProvider();
        var scaffolder = provided.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, $"Ocr.{service}", $"Migrations.{provider}");
        // Save is not used: it searches the whole project for the snapshot, and the other provider's has the same name.
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, migration.MigrationId + ".Designer.cs"), migration.MetadataCode);
        File.WriteAllText(Path.Combine(folder, migration.SnapshotName + ".cs"), migration.SnapshotCode);
        var file = Path.Combine(folder, migration.MigrationId + ".cs");
        File.WriteAllText(file, migration.MigrationCode);
        return file;
    }

    // No connection is opened: the address only selects the provider.
    private static ServiceDbContext Open(string service, string provider)
    {
        var type = Assembly.Load($"Ocr.{service}").GetTypes().Single(type => type.IsSubclassOf(typeof(ServiceDbContext)));
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        var database = new DatabaseOptions
        {
            DataDirectory = Path.GetTempPath(),
            Url = provider == "Postgres" ? "postgresql://nobody@localhost/nothing" : null,
        };
        PersistenceExtensions.Configure(options, database, service.ToLowerInvariant());
        return (ServiceDbContext)Activator.CreateInstance(type, options.Options)!;
    }

#pragma warning disable EF1001 // the providers' design-time services have no public API
    private static IDesignTimeServices ProviderServices(ServiceDbContext context) => context.IsPostgres
        ? new NpgsqlDesignTimeServices()
        : new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices();
#pragma warning restore EF1001

    private static string Services([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "services"));
}
