using System.Text;

namespace Ocr.Storage.Tests;

public sealed class FileSystemObjectStoreTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "ocr-tests", Guid.NewGuid().ToString("N"));

    public FileSystemObjectStoreTests() => Directory.CreateDirectory(_root);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_stored_object_is_read_listed_and_deleted()
    {
        var store = new FileSystemObjectStore(_root);
        await PutAsync(store, "ab/one.png", "uno");
        await PutAsync(store, "two.png", "dos");
        Assert.Equal("uno", await ReadAsync(store, "ab/one.png"));
        Assert.True(await store.ExistsAsync("two.png", default));
        var listed = await store.ListAsync(default).ToListAsync();
        Assert.Equal([("ab/one.png", 3), ("two.png", 3)], listed.Select(item => (item.Key, item.SizeBytes)).Order());

        await store.DeleteAsync("two.png", default);
        await store.DeleteAsync("two.png", default);
        await store.DeleteAsync("no/such.png", default);
        Assert.False(await store.ExistsAsync("two.png", default));
    }

    [Fact]
    public async Task A_missing_object_is_null_and_not_an_error()
    {
        var store = new FileSystemObjectStore(_root);
        Assert.Null(await store.OpenReadAsync("ab/none.png", default));
        Assert.False(await store.ExistsAsync("ab/none.png", default));
    }

    [Fact]
    public async Task An_interrupted_put_leaves_nothing_and_keeps_the_existing_object()
    {
        var store = new FileSystemObjectStore(_root);
        await PutAsync(store, "a.png", "old");
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync("a.png", new BrokenStream(), "image/png", default));
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync("b.png", new BrokenStream(), "image/png", default));
        Assert.Equal("old", await ReadAsync(store, "a.png"));
        Assert.Equal(["a.png"], (await store.ListAsync(default).ToListAsync()).Select(item => item.Key));
        Assert.Single(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Putting_again_makes_an_object_new()
    {
        var store = new FileSystemObjectStore(_root);
        await PutAsync(store, "a.png", "x");
        File.SetLastWriteTimeUtc(Path.Combine(_root, "a.png"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await PutAsync(store, "a.png", "x");
        Assert.True((await store.ListAsync(default).SingleAsync()).LastModified.Year > 2020);
    }

    [Theory]
    [InlineData("../evil.png")]
    [InlineData("a/../../evil.png")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b.png")]
    [InlineData("a/./b.png")]
    [InlineData(".staging/x")]
    [InlineData("a\\b.png")]
    [InlineData("a b.png")]
    [InlineData("ñ.png")]
    [InlineData("a\0.png")]
    [InlineData("a/")]
    [InlineData("")]
    public async Task A_key_that_could_name_another_place_is_refused(string key)
    {
        var store = new FileSystemObjectStore(_root);
        await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(store, key, "x"));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.OpenReadAsync(key, default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.DeleteAsync(key, default));
    }

    [Fact]
    public void Content_has_one_key() =>
        Assert.Equal($"ab/ab{new string('0', 62)}.png", ObjectKey.ForContent("ab" + new string('0', 62), "png"));

    private static async Task PutAsync(FileSystemObjectStore store, string key, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await store.PutAsync(key, stream, "image/png", default);
    }

    private static async Task<string> ReadAsync(FileSystemObjectStore store, string key)
    {
        await using var stream = await store.OpenReadAsync(key, default);
        using var reader = new StreamReader(stream!);
        return await reader.ReadToEndAsync();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("cut");
    }
}
