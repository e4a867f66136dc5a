using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>The rows of one service: a schema of its own in PostgreSQL, a file of its own in SQLite.</summary>
/// <param name="options">Provider and address.</param>
/// <param name="schema">Name of the service's schema and file.</param>
public abstract class ServiceDbContext(DbContextOptions options, string schema) : DbContext(options)
{
    /// <summary>Name of the service's schema and file.</summary>
    public string Schema { get; } = schema;

    /// <summary>Whether the rows lie in PostgreSQL.</summary>
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
