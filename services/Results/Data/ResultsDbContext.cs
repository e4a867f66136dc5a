using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Claims;
using Ocr.Results.Cleaning;
using Ocr.Results.Receipts;

namespace Ocr.Results.Data;

/// <summary>Results and their batches: schema <c>results</c>, owned by this service.</summary>
/// <param name="options">Provider and address.</param>
public sealed class ResultsDbContext(DbContextOptions<ResultsDbContext> options) : ServiceDbContext(options, SchemaName)
{
    /// <summary>Name of the schema, and of the SQLite file.</summary>
    public const string SchemaName = "results";

    /// <summary>Stored results.</summary>
    public DbSet<ResultRow> Results => Set<ResultRow>();

    /// <summary>Known batches.</summary>
    public DbSet<BatchHistoryRow> Batches => Set<BatchHistoryRow>();

    /// <summary>Images and references, and the receipts that showed them first.</summary>
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();

    /// <summary>Payments, for near misses.</summary>
    public DbSet<PaymentRow> Payments => Set<PaymentRow>();

    /// <summary>Batches that were removed by a cleaning.</summary>
    public DbSet<RemovedBatchRow> RemovedBatches => Set<RemovedBatchRow>();

    /// <summary>Receipts with their current values and reviews.</summary>
    public DbSet<ReceiptIndexRow> Receipts => Set<ReceiptIndexRow>();

    /// <summary>Decisions, corrections and readings of receipts.</summary>
    public DbSet<ReviewLogRow> ReviewLog => Set<ReviewLogRow>();

    /// <summary>Draws that receipts were sent for.</summary>
    public DbSet<DrawRow> Draws => Set<DrawRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ResultRow>(result =>
        {
            result.ToTable("results");
            result.HasKey(row => row.Id);
            // Delivery is at-least-once; this index makes results exactly-once.
            result.HasIndex(row => new { row.RequestId, row.ReceiptId }).IsUnique();
            result.HasIndex(row => row.ResultFile).IsUnique();
            // The opaque id in URLs.
            result.HasIndex(row => row.ReceiptId);
            result.Property(row => row.Published).HasColumnName("Announced");
            result.HasIndex(row => row.Published);
            result.HasIndex(row => new { row.Tenant, row.Id });
            result.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
            // Columns that the status of a tenant counts, so that it reads the index and not the documents.
            result.HasIndex(row => new
            {
                row.Tenant,
                row.StoredAt,
                row.Succeeded,
                row.IsReceipt,
                row.CacheHit,
                row.ReasonCode,
                row.Duplicate,
                row.ProcessingSeconds,
                row.ConfidenceAverage,
                row.FoundFields,
                row.ValidFields,
                row.DocumentBytes,
            }).HasDatabaseName("IX_results_figures");
        });
        CreateBatches(modelBuilder);
        modelBuilder.Entity<RemovedBatchRow>().ToTable("removed_batches").HasKey(batch => batch.RequestId);
        CreateClaims(modelBuilder);
        modelBuilder.Entity<ReceiptIndexRow>(CreateReceipts);
        CreateLog(modelBuilder);
        modelBuilder.Entity<DrawRow>().ToTable("draws").HasKey(row => new { row.Tenant, row.DrawDate, row.DrawNumber });
    }

    private void CreateLog(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<ReviewLogRow>(log =>
        {
            log.ToTable("review_log");
            log.HasKey(row => row.Id);
            log.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
            log.HasIndex(row => new { row.ReceiptId, row.Id });
            log.HasIndex(row => row.Unpublished).HasFilter(IsPostgres ? "\"Unpublished\"" : "\"Unpublished\" = 1");
        });

    private void CreateReceipts(EntityTypeBuilder<ReceiptIndexRow> receipt)
    {
        receipt.ToTable("receipts");
        receipt.HasKey(row => row.Id);
        receipt.HasIndex(row => row.ReceiptId).IsUnique();
        receipt.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
        receipt.HasIndex(row => new { row.Tenant, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.DrawDate, row.DrawNumber, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.Review, row.Risk, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.AmountCents, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.OriginBank, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.Decision, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.PaymentState, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.PaidOn, row.StoredAt, row.Id });
        receipt.HasIndex(row => new { row.Tenant, row.WhatsappId, row.StoredAt, row.Id });
        receipt.HasIndex(row => row.RequestId);
        foreach (var key in (string[])[nameof(ReceiptIndexRow.ReferenceEnd), nameof(ReceiptIndexRow.PhoneEnd), nameof(ReceiptIndexRow.DocumentEnd),
            nameof(ReceiptIndexRow.SenderKey), nameof(ReceiptIndexRow.SenderRest), nameof(ReceiptIndexRow.FileKey)])
        {
            receipt.HasIndex(nameof(ReceiptIndexRow.Tenant), key);
            if (IsPostgres)
            {
                // Prefixes of these are searched as ranges of code points, the order in which SQLite compares texts.
                receipt.Property<string>(key).UseCollation("C");
            }
        }
    }

    private static void CreateBatches(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<BatchHistoryRow>(batch =>
        {
            batch.ToTable("batches");
            batch.HasKey(row => row.RequestId);
            batch.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
            batch.HasIndex(row => row.FinishedAt);
            batch.HasIndex(row => new { row.Tenant, row.FinishedAt });
            batch.HasIndex(row => new { row.Tenant, row.OpenedAt });
            batch.HasIndex(row => row.OpenedAt);
        });

    private static void CreateClaims(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ClaimRow>(claim =>
        {
            claim.ToTable("claims");
            // Only one of several concurrent transactions can insert.
            claim.HasKey(row => row.Key);
            claim.HasIndex(row => row.ReceiptId);
            claim.HasIndex(row => row.ClaimedAt);
        });
        modelBuilder.Entity<PaymentRow>(payment =>
        {
            payment.ToTable("payments");
            payment.HasKey(row => row.ReceiptId);
            payment.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
            payment.HasIndex(row => new { row.Amount, row.Date });
            payment.HasIndex(row => row.SeenAt);
        });
    }
}
