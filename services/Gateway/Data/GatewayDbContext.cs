using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Gateway.Data;

/// <summary>API keys, the audit trail, events and webhooks: schema <c>gateway</c>, owned by this service alone.</summary>
/// <param name="options">Provider and address.</param>
public sealed class GatewayDbContext(DbContextOptions<GatewayDbContext> options) : ServiceDbContext(options, SchemaName)
{
    /// <summary>Name of the schema, and of the SQLite file.</summary>
    public const string SchemaName = "gateway";

    /// <summary>The keys, revoked ones too.</summary>
    public DbSet<ApiKeyRow> Keys => Set<ApiKeyRow>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>Events of all tenants.</summary>
    public DbSet<EventRow> Events => Set<EventRow>();

    /// <summary>Scopes for which a stream was opened.</summary>
    public DbSet<ListenerRow> Listeners => Set<ListenerRow>();

    /// <summary>Receivers of events.</summary>
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    /// <summary>Deliveries of events to receivers, and their log.</summary>
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

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
        modelBuilder.Entity<EventRow>(stored =>
        {
            stored.ToTable("events");
            stored.HasKey(row => row.Id);
            stored.HasIndex(row => row.MessageId).IsUnique();
            stored.HasIndex(row => new { row.Tenant, row.Id });
            stored.HasIndex(row => row.StoredAt);
            stored.HasIndex(row => row.RequestId);
        });
        modelBuilder.Entity<ListenerRow>(listener =>
        {
            listener.ToTable("event_listeners");
            listener.HasKey(row => row.Scope);
        });
        modelBuilder.Entity<WebhookRow>(webhook =>
        {
            webhook.ToTable("webhooks");
            webhook.HasKey(row => row.Id);
            webhook.HasIndex(row => row.Tenant);
        });
        modelBuilder.Entity<DeliveryRow>(Delivery);
    }

    private static void Delivery(EntityTypeBuilder<DeliveryRow> delivery)
    {
        delivery.ToTable("webhook_deliveries");
        delivery.HasKey(row => row.Id);
        delivery.HasOne<WebhookRow>().WithMany().HasForeignKey(row => row.WebhookId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasOne(row => row.Event).WithMany().HasForeignKey(row => row.EventId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(row => new { row.WebhookId, row.EventId }).IsUnique();
        delivery.HasIndex(row => new { row.State, row.NextAttemptAt });
        delivery.HasIndex(row => new { row.WebhookId, row.State, row.NextAttemptAt });
        delivery.HasIndex(row => row.FinishedAt);
    }
}
