using System.Diagnostics;
using System.Net;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.BadInput;

/// <summary>The memory of refused requests does not grow with their size. Runs alone, because it measures the memory of the whole process.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests : IDisposable
{
    private const long Mebibyte = 1024 * 1024;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Memory_stays_flat_whatever_is_thrown_at_it()
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        await PostAsync(app, 17 * Mebibyte, 2);
        var (managed, resident) = Measure();
        var peak = 0L;
        using var end = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                peak = Math.Max(peak, Environment.WorkingSet);
                await Task.Delay(20);
            }
        });

        // Half a gigabyte of files that are too large, and half a gigabyte of large files that are not images, eight concurrently.
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(index => PostAsync(app, (index % 2 == 0 ? 17 : 15) * Mebibyte, 2)));
        }

        await end.CancelAsync();
        await watch;
        var after = Measure();
        // Eight concurrent files would need 128 MB, and twice that while their buffers grow. Two are allowed, and the pools of server and client.
        Assert.InRange(peak - resident, long.MinValue, 120 * Mebibyte);
        Assert.InRange(after.Managed - managed, long.MinValue, 64 * Mebibyte);
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
    }

    private static async Task PostAsync(IngestApp app, long size, int files)
    {
        using var form = new MultipartFormDataContent();
        for (var index = 0; index < files; index++)
        {
            form.Add(new StreamContent(new Zeros(size)), "files", $"cero{index}.png");
        }

        form.WithFields();
        using var response = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);
        Assert.Equal(size > 16 * Mebibyte ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static (long Managed, long Resident) Measure()
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (managed, process.WorkingSet64);
    }

    /// <summary>Any number of zeros, without storing them.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Clear();
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
