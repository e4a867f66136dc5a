using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;

namespace Ocr.Results.Data;

/// <summary>Results and the batches they belong to: schema <c>results</c>, owned by this service alone.</summary>
/// <param name="options">Provider and address.</param>
public sealed class ResultsDbContext(DbContextOptions<ResultsDbContext> options) : ServiceDbContext(options, SchemaName)
{
    /// <summary>Name of the schema, and of the SQLite file.</summary>
    public const string SchemaName = "results";

    /// <summary>Stored results.</summary>
    public DbSet<ResultRow> Results => Set<ResultRow>();

    /// <summary>Known batches.</summary>
    public DbSet<BatchRow> Batches => Set<BatchRow>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<ResultRow>(result =>
        {
            result.ToTable("results");
            result.HasKey(row => row.Id);
            // At-least-once delivery, exactly one result.
            result.HasIndex(row => new { row.RequestId, row.ReceiptId }).IsUnique();
            result.HasIndex(row => row.ResultFile).IsUnique();
            result.HasIndex(row => row.Announced);
            result.HasIndex(row => row.StoredAt);
        });
        modelBuilder.Entity<BatchRow>(batch =>
        {
            batch.ToTable("batches");
            batch.HasKey(row => row.RequestId);
            batch.HasIndex(row => row.FinishedAt);
        });
    }
}
