using System.Security.Cryptography;
using Ocr.Ingest.Upload;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>Files of a request in the temporary folder.</summary>
public sealed class FileSpoolTests : IDisposable
{
    private const int MaxBytes = 300_000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(100)]
    [InlineData(64 * 1024)]
    [InlineData(200_000)]
    public async Task A_file_has_the_bytes_and_the_hash_that_were_sent(int text)
    {
        var bytes = TestImages.Png(30, 20, RandomNumberGenerator.GetBytes(text));
        using var part = new SlowStream(bytes);

        var (file, size, error) = await Spool().ReadAsync(part, "recibo.png", stopAtLimit: false, CancellationToken.None);

        using (file)
        {
            Assert.Null(error);
            Assert.Equal((bytes.Length, bytes.Length, "recibo.png"), (size, file!.SizeBytes, file.OriginalName));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
            Assert.Equal((30, 20), (file.Header!.Width, file.Header.Height));
            using var copy = new MemoryStream();
            await file.Content.CopyToAsync(copy);
            Assert.Equal(bytes, copy.ToArray());
        }
    }

    [Fact]
    public async Task A_file_of_the_limit_is_kept_and_a_larger_one_only_counted()
    {
        using var exact = new SlowStream(new byte[MaxBytes]);
        using var larger = new SlowStream(new byte[MaxBytes + 1]);

        var kept = await Spool().ReadAsync(exact, "a.png", stopAtLimit: false, CancellationToken.None);
        var counted = await Spool().ReadAsync(larger, "b.png", stopAtLimit: false, CancellationToken.None);

        using (kept.File)
        {
            Assert.Equal((MaxBytes, "Tipo de archivo no permitido: se aceptan PNG, JPEG, WebP y HEIC"), (kept.File!.SizeBytes, kept.Error));
            Assert.Null(kept.File.Header);
        }

        Assert.Equal((null, MaxBytes + 1, null), counted);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_read_to_its_end_or_only_to_the_limit()
    {
        using var drained = new SlowStream(new byte[4 * MaxBytes]);
        using var stopped = new SlowStream(new byte[4 * MaxBytes]);

        var whole = await Spool().ReadAsync(drained, "a.png", stopAtLimit: false, CancellationToken.None);
        var part = await Spool().ReadAsync(stopped, "a.png", stopAtLimit: true, CancellationToken.None);

        Assert.Equal((4 * MaxBytes, 4 * MaxBytes), (whole.Size, drained.Position));
        Assert.Null(part.File);
        Assert.InRange(part.Size, MaxBytes + 1, 2 * MaxBytes);
        Assert.Equal(part.Size, stopped.Position);
    }

    [Fact]
    public async Task A_temporary_file_cannot_be_found_while_it_is_open_or_after()
    {
        var spool = Path.Combine(_folder.Name, "spool");
        using (var file = TempFile.Create(spool))
        {
            await TempFile.AppendAsync(file, new byte[10], CancellationToken.None);
            Assert.Equal(10, file.Length);
            Assert.True(OperatingSystem.IsWindows() || Directory.GetFiles(spool).Length == 0);
        }

        Assert.Empty(Directory.GetFiles(spool));
    }

    [Fact]
    public async Task A_file_that_is_not_kept_is_closed()
    {
        using var larger = new MemoryStream(new byte[MaxBytes + 1]);
        using var breaking = new BreakingStream();

        await Spool().ReadAsync(larger, "a.png", stopAtLimit: false, CancellationToken.None);
        await Assert.ThrowsAsync<IOException>(() => Spool().ReadAsync(breaking, "a.png", stopAtLimit: false, CancellationToken.None));

        Assert.Equal(0, OpenFiles.In(_folder.Name));
    }

    [Fact]
    public async Task A_closed_file_leaves_nothing_open()
    {
        using var part = new MemoryStream(TestImages.Unique());
        var (file, _, _) = await Spool().ReadAsync(part, "a.png", stopAtLimit: false, CancellationToken.None);
        Assert.Equal(1, OpenFiles.In(_folder.Name));

        file!.Dispose();

        Assert.Equal(0, OpenFiles.In(_folder.Name));
    }

    [Fact]
    public async Task An_image_over_the_pixels_of_the_settings_is_named()
    {
        using var part = new MemoryStream(TestImages.Png(1001, 1000));
        var spool = new FileSpool(new IngestOptions { MaxMegapixels = 1, TempFolder = _folder.Name });

        var (file, _, error) = await spool.ReadAsync(part, "a.png", stopAtLimit: false, CancellationToken.None);

        using (file)
        {
            Assert.Equal("Imagen demasiado grande: 1001 × 1000 píxeles (máximo 1 megapíxeles)", error);
        }
    }

    [Fact]
    public async Task Checks_of_files_do_not_run_out()
    {
        for (var read = 0; read < 5; read++)
        {
            using var part = new MemoryStream(TestImages.Unique());
            var (file, _, error) = await Spool().ReadAsync(part, "a.png", stopAtLimit: false, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
            file!.Dispose();
            Assert.Null(error);
        }
    }

    [Fact]
    public async Task A_full_disk_is_a_server_error()
    {
        // Every write to this device fails, as on a full disk.
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);

        await Assert.ThrowsAsync<NotStoredException>(() => TempFile.AppendAsync(full, new byte[1], CancellationToken.None));
    }

    private FileSpool Spool() => new(new IngestOptions { MaxFileBytes = MaxBytes, TempFolder = _folder.Name });

    /// <summary>Sends at most 10,000 bytes per read.</summary>
    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 10_000)], cancellationToken);
    }
    /// <summary>Ends with an error after its first bytes.</summary>
    private sealed class BreakingStream() : MemoryStream(new byte[10])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The client has left.");
    }
}
