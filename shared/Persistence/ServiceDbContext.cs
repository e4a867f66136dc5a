using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>
/// The rows of one service: a schema in PostgreSQL, or a file in SQLite. A failed <c>SaveChanges</c> ends its transaction:
/// there is no savepoint.
/// </summary>
public abstract class ServiceDbContext : DbContext
{
    /// <summary>Creates the context.</summary>
    /// <param name="options">Provider and address.</param>
    /// <param name="schema">Name of the service's schema and file.</param>
    protected ServiceDbContext(DbContextOptions options, string schema)
        : base(options)
    {
        Schema = schema;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Name of the service's schema and file.</summary>
    public string Schema { get; }

    /// <summary>Whether the rows are stored in PostgreSQL.</summary>
    public bool IsPostgres => Database.IsNpgsql();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        if (IsPostgres)
        {
            modelBuilder.HasDefaultSchema(Schema);
        }
    }
}
