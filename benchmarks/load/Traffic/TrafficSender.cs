using System.Text.Json;

namespace Ocr.Load.Traffic;

/// <summary>Uploads receipts one by one, as from WhatsApp, and opens a batch every second or after 50 receipts.</summary>
internal sealed class TrafficSender(Client client, ImageSource images, Journal journal, TimeProvider time)
{
    private const int MaxInBatch = 50;
    private const int Concurrency = 16;
    private static readonly TimeSpan BatchEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Arrivals at a fixed rate: the n-th at n / rate, independent of the system.</summary>
    public async Task ArriveAsync(double rate, TimeSpan duration, Func<Kind> draw, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var origin = time.GetUtcNow();
        List<Task> uploads = [];
        for (var number = 0; number / rate < duration.TotalSeconds; number++)
        {
            var due = TimeSpan.FromSeconds(number / rate);
            var wait = due - time.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            journal.Began(time.GetElapsedTime(started) - due);
            uploads.RemoveAll(upload => upload.IsCompletedSuccessfully);
            uploads.Add(UploadAsync(images.Take(draw()), origin + due, cancellationToken));
        }

        await Task.WhenAll(uploads);
    }

    /// <summary>Arrivals that keep a number of receipts without a result, so that they are as fast as the system.</summary>
    /// <param name="open">Receipts without a result.</param>
    /// <param name="duration">Duration of the arrivals.</param>
    /// <param name="draw">Draws the next kind.</param>
    /// <param name="stored">Returns the number of results.</param>
    /// <param name="cancellationToken">Cancels the arrivals.</param>
    public async Task SaturateAsync(int open, TimeSpan duration, Func<Kind> draw, Func<long> stored, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var before = journal.Accepted.Count - stored();
        await Task.WhenAll(Enumerable.Range(0, Concurrency).Select(async _ =>
        {
            while (time.GetElapsedTime(started) < duration)
            {
                if (journal.Accepted.Count - before - stored() >= open)
                {
                    await Task.Delay(PollInterval, time, cancellationToken);
                    continue;
                }

                Image image;
                lock (images)
                {
                    image = images.Take(draw());
                }

                await UploadAsync(image, time.GetUtcNow(), cancellationToken);
            }
        }));
    }

    /// <summary>Opens batches until cancellation.</summary>
    public async Task OpenBatchesAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                int taken;
                try
                {
                    taken = await client.ProcessAsync(wait: false, cancellationToken);
                }
                catch (HttpRequestException error)
                {
                    journal.Errors.Enqueue(error.Message);
                    taken = 0;
                }

                if (taken < MaxInBatch)
                {
                    await Task.Delay(BatchEvery, time, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task UploadAsync(Image image, DateTimeOffset due, CancellationToken cancellationToken)
    {
        try
        {
            var names = await client.UploadAsync([image], cancellationToken);
            foreach (var name in names)
            {
                journal.Accepted[name] = new Entry(image.Kind, due);
                images.Accepted(image);
            }

            if (names.Count == 0)
            {
                journal.Refuse();
            }
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            journal.Errors.Enqueue(error.Message);
        }
    }
}
