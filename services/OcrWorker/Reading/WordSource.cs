using System.Buffers;
using Ocr.Contracts;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.OcrWorker.Reading;

/// <summary>A receipt's words, from the cache or from its image: read once, however many ask.</summary>
internal sealed class WordSource(
    IObjectStore objects,
    IWordCache cache,
    SharedFlights others,
    InferencePool pool,
    IReceiptReader reader,
    WorkerMetrics metrics,
    TimeProvider time)
{
    /// <summary>How long an image may be on its way from the store. It holds a place, and all who wait for the same words.</summary>
    public static readonly TimeSpan FetchPatience = TimeSpan.FromSeconds(60);

    private readonly SingleFlight<WordCacheKey, WordCacheEntry> _flights = new();

    /// <summary>Gets the words.</summary>
    /// <param name="receipt">The receipt; its image is fetched only when the words are not known.</param>
    /// <param name="profile">Profile of the API.</param>
    /// <param name="priority">Who waits.</param>
    /// <param name="cancellationToken">Ends the wait, not the reading.</param>
    /// <exception cref="ImageFaultException">The image can never be read.</exception>
    /// <exception cref="ImageMissingException">The image is not in the store.</exception>
    /// <exception cref="PermanentFaultException">No such profile.</exception>
    public async Task<ReceiptWords> GetAsync(
        ReceiptInfo receipt, string profile, WorkPriority priority, CancellationToken cancellationToken)
    {
        var look = Profiles.Find(profile) ?? throw new PermanentFaultException($"Unknown profile {profile}.");
        var key = new WordCacheKey(receipt.Sha256, look, reader.Model);
        var started = time.GetTimestamp();
        var known = await cache.GetAsync(key, cancellationToken);
        metrics.CacheAsked(known is not null);
        var entry = known
            ?? await _flights.RunAsync(key, priority, ticket => ReadAsync(key, receipt, ticket), cancellationToken);
        var hit = entry.MadeFor != receipt.ReceiptId;
        return new ReceiptWords(entry, hit, hit ? time.GetElapsedTime(started).TotalSeconds : entry.InferenceSeconds);
    }

    private async Task<WordCacheEntry> ReadAsync(WordCacheKey key, ReceiptInfo receipt, WorkTicket ticket)
    {
        // It looks again: another flight, here or elsewhere, may have landed between the first look and this one's start.
        if (await others.JoinAsync(key) is { } theirs)
        {
            return theirs;
        }

        try
        {
            return await ReadHereAsync(key, receipt, ticket);
        }
        finally
        {
            await others.LandAsync(key);
        }
    }

    private async Task<WordCacheEntry> ReadHereAsync(WordCacheKey key, ReceiptInfo receipt, WorkTicket ticket)
    {
        using var span = Spans.Start(Spans.Read);
        span?.SetTag(Spans.ReceiptTag, receipt.ReceiptId);
        var size = checked((int)receipt.SizeBytes);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            await FetchAsync(receipt, buffer.AsMemory(0, size));
            var entry = await pool.RunAsync(() => Infer(key, receipt, buffer.AsMemory(0, size)), ticket);
            await cache.SetAsync(key, entry, CancellationToken.None);
            return entry;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task FetchAsync(ReceiptInfo receipt, Memory<byte> buffer)
    {
        using var patience = new CancellationTokenSource(FetchPatience, time);
        try
        {
            // An object that is shorter than it was when it was accepted is a fault of the store, which may pass, and not of the image.
            await using var stream = await objects.OpenReadAsync(receipt.ObjectKey, patience.Token)
                ?? throw new ImageMissingException(receipt.ObjectKey);
            await stream.ReadExactlyAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException fault) when (patience.IsCancellationRequested)
        {
            throw new IOException("The object store began an image and did not end it.", fault);
        }
    }

    private WordCacheEntry Infer(WordCacheKey key, ReceiptInfo receipt, ReadOnlyMemory<byte> image)
    {
        var started = time.GetTimestamp();
        var page = reader.Read(image, key.Profile);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var entry = new WordCacheEntry
        {
            MadeFor = receipt.ReceiptId,
            ImageWidth = page.Width,
            ImageHeight = page.Height,
            Words = [.. page.Words.Select(word =>
                new WordBox(word.Text, word.Confidence, word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1) { Digits = word.Digits })],
            InferenceSeconds = seconds,
        };
        metrics.Inferred(entry, key.Profile);
        return entry;
    }
}
