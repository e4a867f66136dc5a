using System.Buffers;
using System.Security.Cryptography;
using Ocr.Ingest.Images;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Takes one file after the other off the network: into memory up to the limit, where its header is read, then to a
/// temporary file. A request holds one file in memory, however many it carries.
/// </summary>
internal sealed class FileSpool(IngestOptions options) : IDisposable
{
    private readonly MemoryStream _memory = new(256 * 1024);

    /// <summary>Reads a part to its end. A file over the limit is counted but not kept, and comes back as its size only.</summary>
    public async Task<(UploadedFile? File, long Size, string? Fault)> ReadAsync(
        Stream part, string originalName, CancellationToken cancellationToken)
    {
        _memory.SetLength(0);
        var size = await CopyAsync(part, cancellationToken);
        if (size > options.MaxFileBytes)
        {
            return (null, size, null);
        }

        var bytes = _memory.GetBuffer().AsMemory(0, (int)size);
        var fault = ImageRules.Check(bytes.Span, options.MaxMegapixels, out var header);
        var file = new UploadedFile
        {
            OriginalName = originalName,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            SizeBytes = size,
            Header = header,
            Content = fault is null ? await KeepAsync(bytes, cancellationToken) : Stream.Null,
        };
        return (file, size, fault);
    }

    public void Dispose() => _memory.Dispose();

    private async Task<long> CopyAsync(Stream part, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long size = 0;
            for (int read; (read = await part.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                size += read;
                if (size <= options.MaxFileBytes)
                {
                    _memory.Write(buffer, 0, read);
                }
            }

            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The name is ours: the client's never touches a path.
    private async Task<Stream> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.TempFolder);
        var path = Path.Combine(options.TempFolder, $"ocr-upload-{Guid.NewGuid():N}");
        var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
