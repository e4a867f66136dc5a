using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ocr.Persistence;

/// <summary>
/// The migrations of a context for its provider. EF Core expects one set per context and assembly; ours are in the
/// namespaces <c>….Migrations.Sqlite</c> and <c>….Migrations.Postgres</c>, so that a service needs only one project (docs/migrations.md).
/// </summary>
internal sealed class ProviderMigrations(ICurrentDbContext current, IMigrationsIdGenerator ids) : IMigrationsAssembly
{
    private readonly ServiceDbContext _context = (ServiceDbContext)current.Context;
    private IReadOnlyDictionary<string, TypeInfo>? _migrations;

    /// <inheritdoc />
    public Assembly Assembly => _context.GetType().Assembly;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations ??= new SortedList<string, TypeInfo>(
        Mine<Migration>().ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id), StringComparer.Ordinal);

    /// <inheritdoc />
    public ModelSnapshot? ModelSnapshot => Mine<ModelSnapshot>().Select(type => (ModelSnapshot)Activator.CreateInstance(type)!).SingleOrDefault();

    /// <inheritdoc />
    public string? FindMigrationId(string nameOrId) => ids.IsValidId(nameOrId)
        ? Migrations.Keys.FirstOrDefault(id => id == nameOrId)
        : Migrations.Keys.FirstOrDefault(id => ids.GetName(id) == nameOrId);

    /// <inheritdoc />
    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private IEnumerable<TypeInfo> Mine<T>() => Assembly.DefinedTypes.Where(type =>
        type.IsSubclassOf(typeof(T))
        && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == _context.GetType()
        && type.Namespace!.EndsWith(".Migrations." + (_context.IsPostgres ? "Postgres" : "Sqlite"), StringComparison.Ordinal));
}
