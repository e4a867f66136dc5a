using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Ingest.Data;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Warming;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The warm-up of uploads reaches what the first upload needs, and stores nothing.</summary>
public sealed class UploadWarmUpTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_warm_up_leaves_nothing_behind()
    {
        var spool = Path.Combine(_folder.Name, "spool");
        await using var app = await IngestApp.StartAsync(_folder, settings: ("TEMP_FOLDER", spool));

        var warmUp = WarmUpOf(app);
        await warmUp.RunAsync(CancellationToken.None);
        Assert.Single(_folder.Images);
        await warmUp.EndAsync();

        Assert.Empty(await app.RowsAsync());
        await using var database = await Contexts(app).CreateDbContextAsync();
        Assert.Empty(await database.Batches.ToListAsync());
        Assert.Empty(await database.ObjectReservations.ToListAsync());
        Assert.Empty(_folder.Images);
        Assert.Equal(0, OpenFiles.In(spool));
    }

    [Theory]
    [InlineData(typeof(ReceiptRow))]
    [InlineData(typeof(BatchRow))]
    [InlineData(typeof(ObjectReservation))]
    public async Task A_warm_up_writes_the_tables_of_an_upload(Type row)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await using (var database = await Contexts(app).CreateDbContextAsync())
        {
            var table = database.Model.FindEntityType(row)!.GetSchemaQualifiedTableName()!;
#pragma warning disable EF1002 // The name comes from the model.
            await database.Database.ExecuteSqlRawAsync($"DROP TABLE {table}");
#pragma warning restore EF1002
        }

        var error = await Record.ExceptionAsync(() => WarmUpOf(app).RunAsync(CancellationToken.None));

        Assert.IsAssignableFrom<System.Data.Common.DbException>(error is DbUpdateException ? error.InnerException : error);
    }

    private static UploadWarmUp WarmUpOf(IngestApp app) => app.Services.GetServices<IWarmUp>().OfType<UploadWarmUp>().Single();

    private static IDbContextFactory<IngestDbContext> Contexts(IngestApp app) => app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>();
}
