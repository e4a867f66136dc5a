using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.OcrWorker.Caching;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Tests;

public sealed class MemoryWordCacheTests : IDisposable
{
    private static readonly WordCacheKey Key = new(new string('a', 64), ReadingProfile.Balanced, "compact-1.0.0");

    private readonly FakeTimeProvider _time = new();
    private readonly OcrWorkerOptions _options = new() { CacheMaxEntries = 100, CacheTimeToLive = TimeSpan.FromHours(2) };
    private readonly Lazy<MemoryWordCache> _lazy;

    public MemoryWordCacheTests() => _lazy = new(() => new MemoryWordCache(Options.Create(_options), _time));

    private MemoryWordCache Cache => _lazy.Value;

    public void Dispose() => Cache.Dispose();

    [Fact]
    public async Task Returns_stored_words()
    {
        var entry = Entry(words: 3) with
        {
            ImageHeight = 40_000,
            PageToImage = [-1, 0, 480, 0, -1, 900, 0, 1e-9, 1],
            Words = [new("Año", 0.987654f, 0, 3, 70_000, 20), new("01O2", 0.5f, 4, 3, 9, 20) { Digits = "0102" }, new("…", 1, 10, 3, 11, 20)],
        };
        await Set(Key, entry);

        Assert.Equivalent(entry, await Get(Key), strict: true);
    }

    [Fact]
    public async Task Separates_images_profiles_and_pack_versions()
    {
        await Set(Key, Entry());

        Assert.Null(await Get(Key with { Sha256 = new string('b', 64) }));
        Assert.Null(await Get(Key with { Profile = ReadingProfile.Thorough }));
        Assert.Null(await Get(Key with { Pack = "compact-1.0.1" }));
    }

    [Fact]
    public async Task Removes_an_entry_after_its_time_to_live()
    {
        await Set(Key, Entry());
        _time.Advance(TimeSpan.FromMinutes(119));
        Assert.NotNull(await Get(Key));

        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await Get(Key));
    }

    [Fact]
    public async Task Never_holds_more_entries_than_its_limit()
    {
        for (var i = 0; i < 500; i++)
        {
            await Set(Key with { Sha256 = $"{i:x64}" }, Entry());
            Assert.InRange(Cache.Count, 0, 100);
        }

        Assert.NotEqual(0, Cache.Count);
    }

    [Fact]
    public async Task Never_holds_more_bytes_than_its_limit()
    {
        _options.CacheMaxBytes = 1_000_000;
        var large = Entry(words: 1000);
        for (var i = 0; i < 100; i++)
        {
            await Set(Key with { Sha256 = $"{i:x64}" }, large);
            Assert.InRange(Cache.Count * (MemoryWordCache.Overhead + PackedWords.Pack(large).Length), 0, 1_000_000);
        }
    }

    private static WordCacheEntry Entry(int words = 1) => new()
    {
        MadeFor = Guid.NewGuid(),
        ImageWidth = 480,
        ImageHeight = 900,
        Words = [.. Enumerable.Range(0, words).Select(i => new WordBox("palabra", 0.9f, i, 0, i + 1, 10))],
        InferenceSeconds = 0.1,
    };

    private ValueTask<WordCacheEntry?> Get(WordCacheKey key) => Cache.GetAsync(key, CancellationToken.None);

    private ValueTask Set(WordCacheKey key, WordCacheEntry entry) => Cache.SetAsync(key, entry, CancellationToken.None);
}
