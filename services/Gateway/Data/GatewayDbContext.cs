using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Gateway.Data;

/// <summary>API keys and the audit trail: schema <c>gateway</c>, owned by this service alone.</summary>
/// <param name="options">Provider and address.</param>
public sealed class GatewayDbContext(DbContextOptions<GatewayDbContext> options) : ServiceDbContext(options, SchemaName)
{
    /// <summary>Name of the schema, and of the SQLite file.</summary>
    public const string SchemaName = "gateway";

    /// <summary>The keys, revoked ones too.</summary>
    public DbSet<ApiKeyRow> Keys => Set<ApiKeyRow>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ApiKeyRow>(key =>
        {
            key.ToTable("api_keys");
            key.HasKey(row => row.Id);
            key.HasIndex(row => row.Hash).IsUnique();
            key.Property(row => row.Weight).HasDefaultValue(1);
            key.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
        });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit");
            audit.HasKey(row => row.Id);
            audit.HasIndex(row => row.At);
        });
    }
}
