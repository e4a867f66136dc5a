using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Ocr.Results.Data;
using Ocr.Testing;

namespace Ocr.Persistence.Tests;

/// <summary>Every context of every service, on both providers, without a connection.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Types =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Ocr.*.dll").Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(ServiceDbContext))),
    ];

    public static IEnumerable<object[]> Contexts() => Types.SelectMany(type => (object[][])[[type, false], [type, true]]);

    [Theory, MemberData(nameof(Contexts))]
    public void Every_change_of_a_model_has_its_migration(Type context, bool postgres)
    {
        using var folder = new TempFolder();
        using var database = Open(context, folder.Name, postgres);
        Assert.False(
            database.Database.HasPendingModelChanges(),
            $"{database.Schema} was changed without a migration: run tools/add-migration.sh (docs/migrations.md).");
    }

    [Theory, MemberData(nameof(Contexts))]
    public void Both_providers_have_the_same_migrations(Type context, bool postgres)
    {
        using var folder = new TempFolder();
        using var database = Open(context, folder.Name, postgres);
        using var other = Open(context, folder.Name, !postgres);
        Assert.Equal(Names(database), Names(other));
    }

    [Fact]
    public void A_pooled_context_makes_no_savepoints_however_often_it_is_used()
    {
        using var folder = new TempFolder();
        var options = new DbContextOptionsBuilder<ResultsDbContext>();
        PersistenceExtensions.Configure(options, new DatabaseOptions { DataDirectory = folder.Name }, "model");
        var pool = new PooledDbContextFactory<ResultsDbContext>(options.Options);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var context = pool.CreateDbContext();
            Assert.False(context.Database.AutoSavepointsEnabled);
        }
    }

    [Fact]
    public void All_services_with_tables_are_looked_at() =>
        Assert.Superset(new HashSet<string> { "GatewayDbContext", "IngestDbContext", "ResultsDbContext" }, Types.Select(type => type.Name).ToHashSet());

    // "20261123183450_Initial": the migrations of the two providers have different times.
    private static IEnumerable<string> Names(ServiceDbContext context) => context.Database.GetMigrations().Select(id => id.Split('_', 2)[1]);

    private static ServiceDbContext Open(Type type, string folder, bool postgres)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        var database = new DatabaseOptions { DataDirectory = folder, Url = postgres ? "postgresql://nobody@localhost/nothing" : null };
        PersistenceExtensions.Configure(options, database, "model");
        return (ServiceDbContext)Activator.CreateInstance(type, options.Options)!;
    }
}
