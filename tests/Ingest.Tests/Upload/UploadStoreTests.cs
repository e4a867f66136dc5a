using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Data;
using Ocr.Ingest.Objects;
using Ocr.Ingest.Statistics;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The transaction that stores an upload: when it is repeated, when it fails, and what remains then.</summary>
public sealed class UploadStoreTests : IDisposable
{
    private const int Attempts = 20;

    private readonly TempFolder _folder = new();
    private readonly Sender _sender = new("", Weight: 1, CostPerMinute: 0, "uno", Guid.NewGuid());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_that_conflicts_is_repeated_with_the_whole_image()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var image = TestImages.Unique();
        using var form = await FormAsync(image);
        var attempts = 0;

        var (rows, first) = await StoreAsync(app, form, (database, _) => attempts++ == 0 ? ConflictAsync(database) : Task.CompletedTask);

        Assert.Null(first);
        Assert.Equal(2, attempts);
        Assert.Equal(rows.Single().ReceiptId, (await app.RowsAsync()).Single().ReceiptId);
        Assert.Equal(image, await File.ReadAllBytesAsync(Path.Combine(_folder.Name, "images", rows.Single().ObjectKey)));
    }

    [Theory]
    [InlineData(Attempts - 1, true)]
    [InlineData(Attempts, false)]
    public async Task A_store_is_attempted_twenty_times(int conflicts, bool succeeds)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = await FormAsync(TestImages.Unique());
        var attempts = 0;

        var store = StoreAsync(app, form, (database, _) => ++attempts <= conflicts ? ConflictAsync(database) : Task.CompletedTask);

        Assert.Equal(succeeds, await Record.ExceptionAsync(() => store) is not DbUpdateException);
        Assert.Equal(Attempts, attempts);
        Assert.Equal(succeeds ? 1 : 0, (await app.RowsAsync()).Count);
    }

    [Fact]
    public async Task Another_error_of_the_database_is_not_repeated_and_counts_nothing()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = await FormAsync(TestImages.Unique());
        var attempts = 0;

        await Assert.ThrowsAsync<DbUpdateException>(() => StoreAsync(app, form, (_, _) =>
        {
            attempts++;
            throw new DbUpdateException();
        }));

        Assert.Equal(1, attempts);
        Assert.Equal((0, 0), (await ReservationsAsync(app), app.Services.GetRequiredService<UploadStatistics>().Take().Count));
    }

    [Fact]
    public async Task Stored_receipts_are_counted_in_the_metric_of_uploads()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        var counted = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == Metrics.Uploaded.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();
        using var form = await FormAsync(TestImages.Unique(), TestImages.Unique());

        await StoreAsync(app, form, (_, _) => Task.CompletedTask);

        Assert.Equal(2, Interlocked.Read(ref counted));
    }

    [Fact]
    public async Task A_disconnected_client_is_not_a_storage_error()
    {
        var store = Store();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: time, objects: store);
        using var form = await FormAsync(TestImages.Unique());
        using var client = new CancellationTokenSource();
        store.BeforePut = async (_, cancellationToken) =>
        {
            await client.CancelAsync();
            time.Advance(ObjectReservations.ForUpload);
            cancellationToken.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StoreAsync(app, form, (_, _) => Task.CompletedTask, client.Token));

        Assert.Equal(0, await ReservationsAsync(app));
    }

    [Fact]
    public async Task An_unexpected_error_of_the_store_is_not_taken_for_an_outage()
    {
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, objects: store);
        using var form = await FormAsync(TestImages.Unique());
        store.BeforePut = (_, _) => throw new NotSupportedException();

        await Assert.ThrowsAsync<NotSupportedException>(() => StoreAsync(app, form, (_, _) => Task.CompletedTask));

        Assert.Equal(0, await ReservationsAsync(app));
    }

    // A removal that started after the reservation ended can already have seen no row of the image.
    [Fact]
    public async Task Receipts_whose_reservation_ended_before_they_were_stored_are_not_stored()
    {
        var store = Store();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        store.AfterPut = new TaskCompletionSource();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: time, objects: store);
        using var form = await FormAsync(TestImages.Unique());
        var upload = StoreAsync(app, form, (_, _) => Task.CompletedTask);
        await Probe.UntilAsync(() => !store.ContentTypes.IsEmpty);

        time.Advance(ObjectReservations.ForUpload);
        store.AfterPut.SetResult();

        await Assert.ThrowsAsync<NotStoredException>(() => upload);
        Assert.Empty(await app.RowsAsync());
        Assert.Equal(0, await ReservationsAsync(app));
    }

    private StoppableStore Store() => new(new FileSystemObjectStore(Path.Combine(_folder.Name, "images")));

    private async Task<UploadForm> FormAsync(params byte[][] images)
    {
        var form = new UploadForm();
        var spool = new FileSpool(new IngestOptions { TempFolder = _folder.Name });
        foreach (var image in images)
        {
            using var part = new MemoryStream(image);
            var (file, size, error) = await spool.ReadAsync(part, "20250711-07--987654321@lid_Ana_09-05.png", stopAtLimit: false, CancellationToken.None);
            form.AddFile(file!.OriginalName, file, size, error);
        }

        MetadataReader.Apply(form);
        return form;
    }

    private Task<(IReadOnlyList<ReceiptRow> Rows, FirstResponseRow? First)> StoreAsync(
        IngestApp app, UploadForm form, Func<IngestDbContext, IReadOnlyList<ReceiptRow>, Task> also, CancellationToken cancellationToken = default) =>
        app.Services.GetRequiredService<UploadStore>().StoreAsync(form, _sender, request: null, (database, rows, _) => also(database, rows), cancellationToken);

    // The second row of a key is a unique violation, as that of a concurrent request.
    private static async Task ConflictAsync(IngestDbContext database)
    {
        for (var response = 0; response < 2; response++)
        {
            database.ChangeTracker.Clear();
            database.FirstResponses.Add(new FirstResponseRow { Key = "clave", Fingerprint = "", At = default });
            await database.SaveChangesAsync();
        }
    }

    private static async Task<int> ReservationsAsync(IngestApp app)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        return await database.ObjectReservations.CountAsync();
    }
}
