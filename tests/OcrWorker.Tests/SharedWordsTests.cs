using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Ocr.Contracts;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Inference;
using Ocr.Recognition;
using Ocr.Testing;

namespace Ocr.OcrWorker.Tests;

/// <summary>Two workers on a real redis-server.</summary>
public sealed class SharedWordsTests : IAsyncLifetime
{
    private static readonly WordCacheKey Key = KeyOf(0);
    private readonly OcrWorkerOptions _options = new() { CacheTimeToLive = TimeSpan.FromHours(2) };
    private RedisServer _server = null!;
    private RedisWorker[] _workers = [];

    private RedisWorker One => _workers[0];

    private RedisWorker Other => _workers[1];

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _workers = [new RedisWorker(_server, _options), new RedisWorker(_server, _options)];
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Words_read_by_one_worker_are_found_by_another()
    {
        var entry = Entry("Año", "01O2");
        await One.Set(Key, entry);

        Assert.Equivalent(entry, await Other.Get(Key), strict: true);
        Assert.Null(await Other.Get(Key with { Profile = ReadingProfile.Thorough }));
        Assert.Null(await Other.Get(Key with { Pack = "compact-9.9.9" }));
    }

    [Fact]
    public async Task A_warm_up_uses_the_lock_and_leaves_nothing_behind()
    {
        var before = await One.RunAsync(database => database.ExecuteAsync("DBSIZE"));
        await new ReadLockWarmUp(One.ReadLock).RunAsync(CancellationToken.None);

        Assert.Equal((long)before, (long)await One.RunAsync(database => database.ExecuteAsync("DBSIZE")));
        var used = (string?)await One.RunAsync(database => database.ExecuteAsync("INFO", "commandstats"));
        Assert.Contains("cmdstat_set:calls=1,", used);
        Assert.Contains("cmdstat_get:calls=", used);
    }

    [Fact]
    public async Task Words_are_kept_for_their_time_and_no_longer()
    {
        await One.Set(Key, Entry("a"));
        var left = await One.RunAsync(database => database.KeyTimeToLiveAsync(Key.InRedis("words")));
        Assert.InRange(left!.Value, TimeSpan.FromMinutes(119), _options.CacheTimeToLive);

        Assert.True(await One.RunAsync(database => database.KeyExpireAsync(Key.InRedis("words"), TimeSpan.FromMilliseconds(1))));
        await Task.Delay(20);
        Assert.Null(await Other.Get(Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("""{"MadeFor":"x"}""")]
    [InlineData("""{"MadeFor":"0b6f3c1e-2f0a-4b57-9d3e-0c4d1a2b3c4d","ImageWidth":1,"ImageHeight":1,"Words":null,"InferenceSeconds":1}""")]
    public async Task A_malformed_cache_value_is_a_miss_and_is_overwritten(string value)
    {
        await One.RunAsync(database => database.StringSetAsync(Key.InRedis("words"), value));
        Assert.Null(await One.Get(Key));

        await One.Set(Key, Entry("a"));
        Assert.NotNull(await Other.Get(Key));
    }

    [Fact]
    public async Task An_entry_that_is_too_large_for_Redis_is_kept_in_its_worker_only()
    {
        await One.Set(Key, Entry([.. Enumerable.Repeat(new string('x', 1000), 1100)]));

        Assert.NotNull(await One.Get(Key));
        Assert.Null(await Other.Get(Key));
    }

    [Fact]
    public async Task A_full_server_evicts_the_oldest_entry()
    {
        await CommandAsync("CONFIG SET maxmemory-policy allkeys-lru");
        await CommandAsync("CONFIG SET maxmemory 8mb");
        const int Count = 200;
        for (var number = 0; number < Count; number++)
        {
            await One.Set(KeyOf(number), Entry(new string('x', 100_000)));
        }

        Assert.NotNull(await Other.Get(KeyOf(Count - 1)));
        var kept = 0;
        for (var number = 0; number < Count; number++)
        {
            kept += await One.RunAsync(database => database.KeyExistsAsync(KeyOf(number).InRedis("words"))) ? 1 : 0;
        }

        Assert.InRange(kept, 10, 90);
    }

    [Fact]
    public async Task An_unavailable_server_is_a_miss_and_each_worker_uses_its_own_cache()
    {
        await One.Set(Key, Entry("a"));
        await _server.KillAsync();

        Assert.Null(await Other.Get(Key));
        Assert.NotNull(await One.Get(Key));
        await Other.Set(KeyOf(1), Entry("b"));
        Assert.NotNull(await Other.Get(KeyOf(1)));
        Assert.Null(await Other.ReadLock.AcquireOrWaitAsync(Key));
        await Other.ReadLock.ReleaseAsync(Key);
    }

    [Fact]
    public async Task The_second_worker_waits_for_the_words_of_the_first()
    {
        Assert.Null(await One.ReadLock.AcquireOrWaitAsync(Key));
        var waiting = Other.ReadLock.AcquireOrWaitAsync(Key);
        var entry = Entry("a");
        Assert.False(waiting.IsCompleted);

        await One.Set(Key, entry);
        await One.ReadLock.ReleaseAsync(Key);

        Assert.Equivalent(entry, await waiting, strict: true);
    }

    [Fact]
    public async Task When_the_first_fails_the_second_reads_immediately()
    {
        Assert.Null(await One.ReadLock.AcquireOrWaitAsync(Key));
        var waiting = Other.ReadLock.AcquireOrWaitAsync(Key);
        await One.ReadLock.ReleaseAsync(Key);

        Assert.Null(await waiting.WaitAsync(TimeSpan.FromSeconds(2)));
        // It holds the lock now, and releases it.
        Assert.True(await One.RunAsync(database => database.KeyExistsAsync(Key.InRedis("reading"))));
        await Other.ReadLock.ReleaseAsync(Key);
        Assert.False(await One.RunAsync(database => database.KeyExistsAsync(Key.InRedis("reading"))));
    }

    [Fact]
    public async Task After_a_crash_of_the_first_worker_the_second_waits_at_most_its_timeout()
    {
        Assert.Null(await One.ReadLock.AcquireOrWaitAsync(Key));

        Assert.Null(await Other.ReadLock.AcquireOrWaitAsync(Key).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.InRange(
            (await One.RunAsync(database => database.KeyTimeToLiveAsync(Key.InRedis("reading"))))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        // It must not release a lock that it does not hold.
        await Other.ReadLock.ReleaseAsync(Key);
        Assert.True(await One.RunAsync(database => database.KeyExistsAsync(Key.InRedis("reading"))));
    }

    private async Task CommandAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _server.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
        var answer = new byte[3];
        await client.GetStream().ReadExactlyAsync(answer);
        Assert.Equal("+OK", Encoding.ASCII.GetString(answer));
    }

    private static WordCacheKey KeyOf(int number) =>
        new(number.ToString(CultureInfo.InvariantCulture).PadLeft(64, 'a'), ReadingProfile.Balanced, "compact-1.0.0");

    private static WordCacheEntry Entry(params string[] words) => new()
    {
        MadeFor = Guid.NewGuid(),
        ImageWidth = 480,
        ImageHeight = 900,
        Words = [.. words.Select((word, index) => new WordBox(word, 0.9f, index, 0, index + 1, 10))],
        InferenceSeconds = 0.1,
    };
}
