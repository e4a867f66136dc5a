using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;

namespace Ocr.Gateway.Data;

/// <summary>API keys: schema <c>gateway</c>, owned by this service alone.</summary>
/// <param name="options">Provider and address.</param>
public sealed class GatewayDbContext(DbContextOptions<GatewayDbContext> options) : ServiceDbContext(options, SchemaName)
{
    /// <summary>Name of the schema, and of the SQLite file.</summary>
    public const string SchemaName = "gateway";

    /// <summary>The keys, revoked ones too.</summary>
    public DbSet<ApiKeyRow> Keys => Set<ApiKeyRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ApiKeyRow>(key =>
        {
            key.ToTable("api_keys");
            key.HasKey(row => row.Id);
            key.HasIndex(row => row.Hash).IsUnique();
        });
    }
}
