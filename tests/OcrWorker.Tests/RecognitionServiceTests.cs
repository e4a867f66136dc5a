using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Converting;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Reading;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.OcrWorker.Tests;

public sealed class RecognitionServiceTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FileSystemObjectStore _store;
    private readonly FakeReader _reader = new();
    private readonly HeicImages _images = new(Options.Create(new OcrWorkerOptions()));
    private readonly InferencePool _pool = new(2);
    private readonly MemoryWordCache _cache = new(Options.Create(new OcrWorkerOptions()), TimeProvider.System);
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly RecognitionService _source;

    public RecognitionServiceTests()
    {
        _store = new FileSystemObjectStore(_folder.Name);
        _source = Source(_store, TimeProvider.System);
    }

    public void Dispose()
    {
        _reader.Open.Set();
        _pool.Dispose();
        _reader.Dispose();
        _images.Dispose();
        _cache.Dispose();
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Reads_an_image_that_is_not_cached()
    {
        var words = await Get(await Receipts.StoreAsync(_store, "Monto:\n104,54"));

        Assert.False(words.CacheHit);
        Assert.Equal(["Monto:", "104,54"], words.Entry.Words.Select(word => word.Text));
        Assert.Equal((10, 20, 90, 35), words.Entry.Words.Select(word => (word.X0, word.Y0, word.X1, word.Y1)).Last());
        Assert.Equal((480, 900), (words.Entry.ImageWidth, words.Entry.ImageHeight));
    }

    [Fact]
    public async Task States_the_projection_to_the_image_only_of_a_page_that_is_not_the_image()
    {
        Assert.Null((await Get(await Receipts.StoreAsync(_store, "Monto:"))).Entry.PageToImage);

        _reader.Pose = new PagePose { Turn = 180, ToImage = new Projection(-1, 0, 480, 0, -1, 900, 0, 0, 1) };
        Assert.Equal([-1, 0, 480, 0, -1, 900, 0, 0, 1], (await Get(await Receipts.StoreAsync(_store, "Bs"))).Entry.PageToImage);
    }

    [Fact]
    public async Task What_was_read_ahead_for_the_same_receipt_counts_as_fresh()
    {
        var receipt = await Receipts.StoreAsync(_store, "Bs");
        var ahead = await Get(receipt, WorkPriority.ReadAhead);

        var words = await Get(receipt);

        Assert.False(words.CacheHit);
        Assert.Equal(ahead.Entry.InferenceSeconds, words.Seconds);
        Assert.Equal(1, _reader.Reads);
    }

    [Fact]
    public async Task What_was_read_for_another_receipt_of_the_same_bytes_is_a_cache_hit()
    {
        await Get(await Receipts.StoreAsync(_store, "Bs"));

        var words = await Get(await Receipts.StoreAsync(_store, "Bs"));

        Assert.True(words.CacheHit);
        Assert.Equal(["Bs"], words.Entry.Words.Select(word => word.Text));
        Assert.Equal(1, _reader.Reads);
    }

    [Fact]
    public async Task Reads_once_for_concurrent_callers()
    {
        _reader.Open.Reset();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Receipts.StoreAsync(_store, "Bs")));
        var asked = receipts.Select(receipt => Get(receipt)).ToArray();

        _reader.Open.Set();
        var words = await Task.WhenAll(asked);

        Assert.Equal(1, _reader.Reads);
        Assert.Single(words, word => !word.CacheHit);
    }

    [Fact]
    public async Task A_thorough_reading_does_not_use_the_cache_entry_of_a_fast_one()
    {
        var receipt = await Receipts.StoreAsync(_store, "Bs");
        await Get(receipt);
        await _source.GetAsync(receipt, "high_confidence", WorkPriority.Batch, CancellationToken.None);

        Assert.Equal(2, _reader.Reads);
    }

    [Theory]
    [InlineData("ultra_rapido")]
    [InlineData("balanced")]
    [InlineData("high_confidence")]
    public async Task Serves_every_documented_profile(string profile)
    {
        var receipt = await Receipts.StoreAsync(_store, "Bs");

        Assert.NotEmpty((await _source.GetAsync(receipt, profile, WorkPriority.Batch, CancellationToken.None)).Entry.Words);
    }

    [Fact]
    public async Task Rejects_an_unknown_profile_permanently()
    {
        var receipt = await Receipts.StoreAsync(_store, "Bs");

        await Assert.ThrowsAsync<PermanentErrorException>(
            () => _source.GetAsync(receipt, "turbo", WorkPriority.Batch, CancellationToken.None));
    }

    [Fact]
    public async Task Reports_that_an_image_is_not_in_the_store() =>
        await Assert.ThrowsAsync<ImageMissingException>(() => Get(Receipts.Make("gone")));

    [Fact]
    public async Task A_shortened_object_is_an_error_of_the_store()
    {
        var receipt = await Receipts.StoreAsync(_store, "Monto: 104,54");

        await Assert.ThrowsAnyAsync<IOException>(() => Get(receipt with { SizeBytes = receipt.SizeBytes + 1 }));
        Assert.Equal(0, _reader.Reads);
    }

    [Fact]
    public async Task A_store_that_stops_sending_does_not_block_callers_forever()
    {
        var time = new FakeTimeProvider();
        var store = new StalledStore(_store);
        var source = Source(store, time);
        var receipt = await Receipts.StoreAsync(_store, "Monto: 104,54");
        var asked = source.GetAsync(receipt, "ultra_rapido", WorkPriority.Batch, CancellationToken.None);
        await Probe.UntilAsync(() => store.IsAwaited);

        time.Advance(RecognitionService.FetchTimeout - TimeSpan.FromSeconds(1));
        Assert.False(asked.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<IOException>(() => asked.WaitAsync(TimeSpan.FromSeconds(30)));
        store.IsHealed = true;
        Assert.NotEmpty((await source.GetAsync(receipt, "ultra_rapido", WorkPriority.Batch, CancellationToken.None)).Entry.Words);
    }

    [Fact]
    public async Task A_reading_over_the_time_limit_is_cancelled_and_the_next_one_is_read()
    {
        var time = new FakeTimeProvider();
        var source = Source(_store, time);
        var receipt = await Receipts.StoreAsync(_store, "Monto: 104,54");
        _reader.Open.Reset();
        var asked = source.GetAsync(receipt, "ultra_rapido", WorkPriority.Batch, CancellationToken.None);
        await Probe.UntilAsync(() => _reader.Reads == 1);

        time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(asked.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ReadingTimeoutException>(() => asked.WaitAsync(TimeSpan.FromSeconds(30)));
        _reader.Open.Set();
        Assert.NotEmpty((await source.GetAsync(receipt, "ultra_rapido", WorkPriority.Batch, CancellationToken.None)).Entry.Words);
    }

    [Fact]
    public async Task A_reading_that_ignores_its_cancellation_gets_the_same_error_and_the_next_one_is_read()
    {
        var time = new FakeTimeProvider();
        using var pool = new InferencePool(1, time);
        var source = Source(_store, time, pool);
        var receipt = await Receipts.StoreAsync(_store, FakeReader.Endless);
        var asked = source.GetAsync(receipt, "ultra_rapido", WorkPriority.Batch, CancellationToken.None);
        await Probe.UntilAsync(() => _reader.Reads == 1);
        var other = source.GetAsync(await Receipts.StoreAsync(_store, "Bs"), "ultra_rapido", WorkPriority.Batch, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(20) + RecognitionService.CancelTimeout - TimeSpan.FromSeconds(1));
        Assert.False(asked.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAsync<ReadingTimeoutException>(() => asked.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("Bs", Assert.Single((await other.WaitAsync(TimeSpan.FromSeconds(30))).Entry.Words).Text);
        Assert.Equal(1, pool.Stuck);
    }

    [Fact]
    public async Task A_stop_cancels_queued_work_immediately_and_running_work_after_a_timeout()
    {
        _reader.Open.Reset();
        var readings = new List<Task<ReceiptWords>>();
        foreach (var text in (string[])["a", "b", "c"])
        {
            readings.Add(Get(await Receipts.StoreAsync(_store, text)));
        }

        await Probe.UntilAsync(() => _reader.Reads == 2 && _pool.QueueLength == 1);
        _pool.Close(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAny(readings).Unwrap());
        Assert.Equal(2, readings.Count(reading => !reading.IsCompleted));
        foreach (var reading in readings)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pool.RunAsync(() => 0, new WorkTicket(WorkPriority.Batch), TimeSpan.FromMinutes(1)));
        Assert.Equal(2, _reader.Reads);
    }

    [Fact]
    public async Task An_unreadable_image_is_not_remembered_as_words()
    {
        var receipt = await Receipts.StoreAsync(_store, FakeReader.Unreadable);

        await Assert.ThrowsAsync<ImageErrorException>(() => Get(receipt));
        await Assert.ThrowsAsync<ImageErrorException>(() => Get(receipt));
        Assert.Equal(0, _cache.Count);
    }

    private RecognitionService Source(IObjectStore store, TimeProvider time, InferencePool? pool = null) => new(
        store, _cache, Alone.With(_cache), pool ?? _pool, _reader, _images, new WorkerMetrics(_services.GetRequiredService<IMeterFactory>(), _pool, _cache),
        Options.Create(new OcrWorkerOptions { ReadingLimit = TimeSpan.FromSeconds(20) }), time, NullLogger<RecognitionService>.Instance);

    private Task<ReceiptWords> Get(Contracts.ReceiptInfo receipt, WorkPriority priority = WorkPriority.Batch) =>
        _source.GetAsync(receipt, "ultra_rapido", priority, CancellationToken.None);
}
