using System.Buffers;
using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Converting;
using Ocr.OcrWorker.Inference;
using Ocr.OcrWorker.Telemetry;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Storage;

namespace Ocr.OcrWorker.Reading;

/// <summary>Returns a receipt's words from the cache or from its image, which is read once for any number of concurrent callers.</summary>
internal sealed class RecognitionService(
    IObjectStore objects,
    IWordCache cache,
    DistributedReadLock readLock,
    InferencePool pool,
    IReceiptReader reader,
    HeicImages images,
    WorkerMetrics metrics,
    IOptions<OcrWorkerOptions> options,
    TimeProvider time,
    ILogger<RecognitionService> logger)
{
    /// <summary>Timeout for fetching an image from the store. Meanwhile it occupies a consumer slot, and callers of the same image wait.</summary>
    public static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How long a reading may run after it was cancelled. Native code that does not return is abandoned then.</summary>
    public static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(10);

    private readonly SingleFlight<WordCacheKey, WordCacheEntry> _flights = new();

    /// <summary>Gets the words.</summary>
    /// <param name="receipt">The receipt; its image is fetched only on a cache miss.</param>
    /// <param name="profile">Profile of the API.</param>
    /// <param name="priority">Priority of the inference.</param>
    /// <param name="cancellationToken">Cancels the wait, not the reading.</param>
    /// <exception cref="ImageErrorException">The image can never be read.</exception>
    /// <exception cref="ImageMissingException">The image is not in the store.</exception>
    /// <exception cref="ReadingTimeoutException">Reading it exceeds the time limit.</exception>
    /// <exception cref="ReadingFailedException">Reading it fails unexpectedly.</exception>
    /// <exception cref="OperationCanceledException">The process stops before it is read.</exception>
    /// <exception cref="PermanentErrorException">The profile is unknown.</exception>
    public async Task<ReceiptWords> GetAsync(
        ReceiptInfo receipt, string profile, WorkPriority priority, CancellationToken cancellationToken)
    {
        var readingProfile = Profiles.Find(profile) ?? throw new PermanentErrorException($"Unknown profile {profile}.");
        var key = new WordCacheKey(receipt.Sha256, readingProfile, reader.Model);
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
        // Checks the cache again: another reading, in this process or another, may have completed since the first check.
        if (await readLock.AcquireOrWaitAsync(key) is { } shared)
        {
            return shared;
        }

        try
        {
            return await ReadHereAsync(key, receipt, ticket);
        }
        finally
        {
            await readLock.ReleaseAsync(key);
        }
    }

    private async Task<WordCacheEntry> ReadHereAsync(WordCacheKey key, ReceiptInfo receipt, WorkTicket ticket)
    {
        using var span = Spans.Start(Spans.Read);
        span?.SetTag(Spans.ReceiptTag, receipt.ReceiptId);
        var size = checked((int)receipt.SizeBytes);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var isFree = true;
        try
        {
            await FetchAsync(receipt, buffer.AsMemory(0, size));
            var entry = await pool.RunAsync(
                () => Infer(key, receipt, buffer.AsMemory(0, size)), ticket, options.Value.ReadingLimit + CancelTimeout);
            await cache.SetAsync(key, entry, CancellationToken.None);
            return entry;
        }
        catch (WorkStuckException)
        {
            // The reading still uses the buffer.
            isFree = false;
            throw new ReadingTimeoutException(options.Value.ReadingLimit);
        }
        finally
        {
            if (isFree)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async Task FetchAsync(ReceiptInfo receipt, Memory<byte> buffer)
    {
        using var timeout = new CancellationTokenSource(FetchTimeout, time);
        try
        {
            // An object that is shorter than at the upload is an error of the store, which may be transient, and not of the image.
            await using var stream = await objects.OpenReadAsync(receipt.ObjectKey, timeout.Token)
                ?? throw new ImageMissingException(receipt.ObjectKey);
            await stream.ReadExactlyAsync(buffer, timeout.Token);
        }
        catch (OperationCanceledException error) when (timeout.IsCancellationRequested)
        {
            throw new IOException("The object store did not send the complete image in time.", error);
        }
    }

    private WordCacheEntry Infer(WordCacheKey key, ReceiptInfo receipt, ReadOnlyMemory<byte> image)
    {
        var started = time.GetTimestamp();
        var page = Read(key, receipt, image);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var entry = new WordCacheEntry
        {
            MadeFor = receipt.ReceiptId,
            ImageWidth = page.Width,
            ImageHeight = page.Height,
            PageToImage = page.Pose.IsImage ? null : Rows(page.Pose.ToImage),
            Words = [.. page.Words.Select(word =>
                new WordBox(word.Text, word.Confidence, word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1) { Digits = word.Digits })],
            InferenceSeconds = seconds,
        };
        metrics.Inferred(entry, key.Profile);
        return entry;
    }

    private static double[] Rows(in Projection map) => [map.Xx, map.Xy, map.X1, map.Yx, map.Yy, map.Y1, map.Wx, map.Wy, map.W1];

    private ReadPage Read(WordCacheKey key, ReceiptInfo receipt, ReadOnlyMemory<byte> image)
    {
        using var limit = new CancellationTokenSource(options.Value.ReadingLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, pool.Closing);
        try
        {
            return reader.Read(images.Convert(image, either.Token), key.Profile, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new ReadingTimeoutException(options.Value.ReadingLimit);
        }
        catch (Exception error) when (error is not (ImageErrorException or OperationCanceledException))
        {
            Log.ReadingFailed(logger, receipt.ReceiptId, error);
            throw new ReadingFailedException(error);
        }
    }
}
