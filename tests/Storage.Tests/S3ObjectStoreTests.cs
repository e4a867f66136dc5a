using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Ocr.Testing.Servers;

// The tests need the server packages of Debian.
[assembly: SupportedOSPlatform("linux")]

namespace Ocr.Storage.Tests;

/// <summary>The S3 store with a real S3-compatible server.</summary>
public sealed class S3ObjectStoreTests : IAsyncLifetime
{
    private ServerSet _servers = null!;

    public async Task InitializeAsync() => _servers = await ServerSet.StartAsync(ServerKind.S3);

    public async Task DisposeAsync() => await _servers.DisposeAsync();

    [Fact]
    public async Task A_stored_object_is_read_listed_and_deleted()
    {
        var prefix = Guid.NewGuid().ToString("N");
        using var client = Client();
        var store = new S3ObjectStore(client, ServerAddress.Bucket, prefix);
        foreach (var number in Enumerable.Range(0, 3))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes("ñandú" + number));
            await store.PutAsync($"ab/{number}.png", content, "image/png", default);
        }

        await using (var stream = await store.OpenReadAsync("ab/1.png", default))
        {
            using var reader = new StreamReader(stream!);
            Assert.Equal("ñandú1", await reader.ReadToEndAsync());
        }

        Assert.Equal(["ab/0.png", "ab/1.png", "ab/2.png"], (await store.ListAsync(default).ToListAsync()).Select(item => item.Key).Order());
        await store.DeleteAsync("ab/1.png", default);
        await store.DeleteAsync("ab/1.png", default);
        Assert.False(await store.ExistsAsync("ab/1.png", default));
        Assert.True(await store.ExistsAsync("ab/2.png", default));
        Assert.Null(await store.OpenReadAsync("ab/1.png", default));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_io_fault()
    {
        using var client = ObjectStoreExtensions.Client(
            new ObjectStoreOptions { Endpoint = new Uri("http://127.0.0.1:9"), AccessKey = "k", SecretKey = "s" });
        var store = new S3ObjectStore(client, "receipts", "");
        await Assert.ThrowsAsync<IOException>(() => store.ExistsAsync("ab/1.png", default));
    }

    [Fact]
    public async Task A_missing_bucket_is_an_IOException_and_not_a_missing_object()
    {
        using var client = Client();
        var store = new S3ObjectStore(client, "no-such-bucket", "images/");
        await Assert.ThrowsAsync<IOException>(() => store.OpenReadAsync("ab/1.png", default));
        await Assert.ThrowsAsync<IOException>(() => store.ExistsAsync("ab/1.png", default));
        using var content = new MemoryStream([1]);
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync("ab/1.png", content, "image/png", default));
    }

    [Fact]
    public async Task A_key_is_not_taken_for_a_longer_one()
    {
        using var client = Client();
        var store = new S3ObjectStore(client, ServerAddress.Bucket, Guid.NewGuid().ToString("N"));
        using var content = new MemoryStream([1]);
        await store.PutAsync("ab/1.png.png", content, "image/png", default);
        Assert.False(await store.ExistsAsync("ab/1.png", default));
        Assert.True(await store.ExistsAsync("ab/1.png.png", default));
    }

    [Fact]
    public async Task A_server_that_does_not_respond_is_an_IOException()
    {
        // The operating system accepts the connections; no server responds.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var client = new AmazonS3Client(
            new BasicAWSCredentials("k", "s"),
            new AmazonS3Config
            {
                ServiceURL = $"http://{silent.LocalEndpoint}",
                ForcePathStyle = true,
                Timeout = TimeSpan.FromMilliseconds(300),
                MaxErrorRetry = 0,
            });
        var store = new S3ObjectStore(client, "receipts", "");
        using var content = new MemoryStream([1]);
        await Assert.ThrowsAsync<IOException>(() => store.PutAsync("ab/1.png", content, "image/png", default));
        await Assert.ThrowsAsync<IOException>(() => store.OpenReadAsync("ab/1.png", default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.OpenReadAsync("ab/1.png", new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Keys_are_checked_before_a_request_is_sent()
    {
        using var client = ObjectStoreExtensions.Client(
            new ObjectStoreOptions { Endpoint = new Uri("http://127.0.0.1:9"), AccessKey = "k", SecretKey = "s" });
        await Assert.ThrowsAsync<ArgumentException>(() => new S3ObjectStore(client, "receipts", "images/").ExistsAsync("../x", default));
    }

    private AmazonS3Client Client() => ObjectStoreExtensions.Client(new ObjectStoreOptions
    {
        Endpoint = new Uri(ServerAddress.S3(_servers[ServerKind.S3].Port)),
        AccessKey = ServerAddress.S3Key,
        SecretKey = ServerAddress.S3Key,
    });
}
