using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Ingest.Data;

/// <summary>Receipts and batches: schema <c>ingest</c>, owned by this service.</summary>
/// <param name="options">Provider and address.</param>
public sealed class IngestDbContext(DbContextOptions<IngestDbContext> options) : ServiceDbContext(options, SchemaName)
{
    /// <summary>Name of the schema, and of the SQLite file.</summary>
    public const string SchemaName = "ingest";

    /// <summary>Accepted receipts.</summary>
    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    /// <summary>Opened batches.</summary>
    public DbSet<BatchRow> Batches => Set<BatchRow>();

    /// <summary>Reservations of images by uploads and removals.</summary>
    public DbSet<ObjectReservation> ObjectReservations => Set<ObjectReservation>();

    /// <summary>Jobs that one replica runs for all.</summary>
    public DbSet<ScheduledJobRow> ScheduledJobs => Set<ScheduledJobRow>();

    /// <summary>Uploads by outcome.</summary>
    public DbSet<UploadCounterRow> UploadCounters => Set<UploadCounterRow>();

    /// <summary>First responses to requests with a key.</summary>
    public DbSet<FirstResponseRow> FirstResponses => Set<FirstResponseRow>();

    /// <summary>The service clock, one row.</summary>
    public DbSet<ClockRow> Clocks => Set<ClockRow>();

    /// <summary>Reading cost that senders have used.</summary>
    public DbSet<BudgetRow> Budgets => Set<BudgetRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ReceiptRow>(receipt => Receipt(receipt, IsPostgres ? "NOT \"Reread\"" : "\"Reread\" = 0"));
        modelBuilder.Entity<BatchRow>(batch =>
        {
            batch.ToTable("batches");
            batch.HasKey(row => row.RequestId);
            batch.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
            batch.HasIndex(row => row.OpenedAt);
            batch.HasIndex(row => new { row.Tenant, row.OpenedAt });
            batch.Property(row => row.Published).HasColumnName("Announced");
            batch.HasIndex(row => row.Published);
            batch.Property(row => row.CompletionPublished).HasColumnName("CompletionAnnounced").HasDefaultValue(false);
            batch.HasIndex(row => row.CompletionPublished);
        });
        modelBuilder.Entity<ObjectReservation>().ToTable("image_holds").HasKey(reservation => new { reservation.ObjectKey, reservation.Owner });
        modelBuilder.Entity<ObjectReservation>().HasIndex(reservation => reservation.Owner);
        modelBuilder.Entity<ScheduledJobRow>().ToTable("chores").HasKey(job => job.Name);
        modelBuilder.Entity<ClockRow>().ToTable("clocks").HasKey(clock => clock.Name);
        modelBuilder.Entity<BudgetRow>().ToTable("budgets").HasKey(budget => budget.Owner);
        modelBuilder.Entity<BudgetRow>().HasIndex(budget => budget.At);
        modelBuilder.Entity<FirstResponseRow>().ToTable("first_responses").HasKey(row => new { row.Tenant, row.Key });
        modelBuilder.Entity<FirstResponseRow>().HasIndex(row => row.At);
        modelBuilder.Entity<UploadCounterRow>().ToTable("upload_tallies").HasKey(counter => new { counter.Tenant, counter.Minute, counter.Code });
    }

    private static void Receipt(EntityTypeBuilder<ReceiptRow> receipt, string firstReading)
    {
        receipt.ToTable("receipts");
        receipt.HasKey(row => row.Id);
        // A receipt has one first reading and any number of later ones.
        receipt.HasIndex(row => row.ReceiptId).IsUnique().HasFilter(firstReading);
        receipt.HasIndex(row => new { row.ReceiptId, row.RequestId }).IsUnique();
        receipt.HasIndex(row => new { row.Tenant, row.StoredName }).IsUnique().HasFilter(firstReading);
        receipt.HasIndex(row => row.StoredName);
        receipt.Property(row => row.Reread).HasDefaultValue(false);
        receipt.HasIndex(row => row.UploadId);
        receipt.HasIndex(row => new { row.RequestId, row.Position });
        // Receipts in batches without a result. Final rows are in none of these indexes.
        const string processing = "\"State\" = 1";
        receipt.HasIndex(row => row.LeaseUntil).HasFilter(processing);
        receipt.HasIndex(row => row.Turn).HasFilter(processing);
        receipt.HasIndex(row => row.Crashes).HasFilter($"{processing} AND \"Crashes\" >= {ReceiptRow.Suspicious}");
        receipt.HasIndex(row => new { row.State, row.Tenant });
        receipt.Property(row => row.Tenant).HasDefaultValue(Tenants.Default);
        receipt.Property(row => row.Owner).HasDefaultValue("");
        receipt.Property(row => row.Cost).HasDefaultValue(1d);
        receipt.Property(row => row.Weight).HasDefaultValue(1);
        // Only the previous release reads it.
        receipt.Property<bool>("Published").HasColumnName("Announced").HasDefaultValue(true).HasSentinel(false);
        receipt.Property(row => row.Errors).HasColumnName("Faults");
        // A cleaning may delete an image only when no row references it.
        receipt.HasIndex(row => row.ObjectKey);
        receipt.ComplexProperty(row => row.Metadata);
        receipt.ComplexProperty(row => row.Outcome);
    }
}
