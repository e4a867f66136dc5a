using System.Collections.Concurrent;
using System.Net;
using Npgsql;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.Integration.Harness;

/// <summary>
/// Uploads uncached receipts, a few at a time at every address, and opens a batch after each upload. A request without a
/// successful response is repeated, as clients do.
/// </summary>
internal sealed class Load(Cluster cluster)
{
    private const int ByUpload = 3;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(150);
    private static int _sender = 1000;

    private readonly ConcurrentBag<string> _accepted = [];

    /// <summary>Stored names of the accepted receipts.</summary>
    public IReadOnlyCollection<string> Accepted => _accepted;

    /// <summary>Uploads receipts and opens batches of them.</summary>
    public async Task SendAsync(int count)
    {
        await Task.WhenAll(Enumerable.Range(0, count / ByUpload).Select(number => SendAsync(cluster.Doors[number % cluster.Doors.Length], New(ByUpload))));
        Assert.Equal(count / ByUpload * ByUpload, _accepted.Count);
    }

    /// <summary>Uploads receipts and opens a batch.</summary>
    public async Task SendAsync(Api door, params Upload[] uploads)
    {
        var answer = await RepeatUntilOkAsync(() => door.UploadAsync(uploads));
        foreach (var name in answer.StoredNames())
        {
            _accepted.Add(name);
        }

        await RepeatUntilOkAsync(() => door.ProcessAsync(new() { ["timeout_seconds"] = 1 }));
    }

    /// <summary>Receipts that were never seen before.</summary>
    public static Upload[] New(int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        var number = Interlocked.Increment(ref _sender);
        return Receipts.Unique(Receipts.Truth[number % 8].Key, number);
    })];

    /// <summary>Whether so many of the accepted receipts are final.</summary>
    public Task<int> UntilFinalAsync(int count) =>
        Probe.UntilAsync(FinalAsync, final => final >= count, Timeout);

    /// <summary>Asserts that every accepted receipt has exactly one final result. Waits until no further result can be stored.</summary>
    /// <param name="errors">How many may have an error result.</param>
    public async Task AssertExactlyOneResultEachAsync(int errors = 0)
    {
        try
        {
            await UntilFinalAsync(_accepted.Count);
        }
        catch (TimeoutException late)
        {
            var open = string.Join('\n', await cluster.Ledger.OpenAsync(_accepted));
            throw new TimeoutException($"{late.Message} of {_accepted.Count}\n{open}\n{cluster.Logs()}", late);
        }

        var results = await cluster.Ledger.ResultsAsync();
        Assert.All(_accepted, name => Assert.Equal(1, results.GetValueOrDefault(name)));
        var final = await cluster.Ledger.FinalAsync();
        Assert.Equal(errors, _accepted.Count(name => final[name].Length > 0));
        Assert.Equal(0, await cluster.Ledger.PendingAsync());
    }

    private async Task<int> FinalAsync()
    {
        try
        {
            var final = await cluster.Ledger.FinalAsync();
            return _accepted.Count(final.ContainsKey);
        }
        catch (NpgsqlException)
        {
            // This test makes the database unavailable.
            return 0;
        }
    }

    private static async Task<ApiResponse> RepeatUntilOkAsync(Func<Task<ApiResponse>> send)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (true)
        {
            try
            {
                if (await send() is { Status: HttpStatusCode.OK } answer)
                {
                    return answer;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                // The request may not have been accepted.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), timeout.Token);
        }
    }
}
