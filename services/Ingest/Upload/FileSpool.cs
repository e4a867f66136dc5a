using System.Buffers;
using System.Security.Cryptography;
using Ocr.Images;
using Ocr.Ingest.Images;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Reads the files of a request one after the other into temporary files, and reads their headers there. A slow client occupies a file on disk
/// and a small buffer; images are not held in memory.
/// </summary>
internal sealed class FileSpool(IngestOptions options)
{
    private const int ChunkBytes = 64 * 1024;

    // The header is read from the complete file: two files concurrently, in two permanent buffers. The shared pool would keep one per thread.
    private const int ChecksAtOnce = 2;
    private static readonly SemaphoreSlim Checks = new(ChecksAtOnce);
    private static readonly ArrayPool<byte> WholeFiles = ArrayPool<byte>.Create(1 << 30, ChecksAtOnce);

    /// <summary>Reads a part to its end. A file over the limit is read but not kept; only its size is returned.</summary>
    /// <param name="part">Content of the file.</param>
    /// <param name="originalName">The client's name.</param>
    /// <param name="stopAtLimit">Whether to stop reading at the limit; the size is then the number of bytes read.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="NotStoredException">The temporary folder cannot be written.</exception>
    public async Task<(UploadedFile? File, long Size, string? Error)> ReadAsync(
        Stream part, string originalName, bool stopAtLimit, CancellationToken cancellationToken)
    {
        var content = TempFile.Create(options.TempFolder);
        try
        {
            var (size, sha256) = await CopyAsync(part, content, stopAtLimit, cancellationToken);
            if (size > options.MaxFileBytes)
            {
                await content.DisposeAsync();
                return (null, size, null);
            }

            var (error, header) = await CheckAsync(content, (int)size, cancellationToken);
            content.Position = 0;
            return (
                new UploadedFile { OriginalName = originalName, Sha256 = sha256, SizeBytes = size, Header = header, Content = content }, size, error);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    private async Task<(long Size, string Sha256)> CopyAsync(Stream part, FileStream content, bool stopAtLimit, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long size = 0;
            while (!stopAtLimit || size <= options.MaxFileBytes)
            {
                var read = await part.ReadAsync(buffer.AsMemory(0, ChunkBytes), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                size += read;
                if (size <= options.MaxFileBytes)
                {
                    hash.AppendData(buffer, 0, read);
                    await TempFile.AppendAsync(content, buffer.AsMemory(0, read), cancellationToken);
                }
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<(string? Error, ImageHeader? Header)> CheckAsync(FileStream content, int size, CancellationToken cancellationToken)
    {
        await Checks.WaitAsync(cancellationToken);
        try
        {
            return await CheckWholeAsync(content, size, cancellationToken);
        }
        finally
        {
            Checks.Release();
        }
    }

    private async Task<(string? Error, ImageHeader? Header)> CheckWholeAsync(FileStream content, int size, CancellationToken cancellationToken)
    {
        var bytes = WholeFiles.Rent(size);
        try
        {
            content.Position = 0;
            await content.ReadExactlyAsync(bytes.AsMemory(0, size), cancellationToken);
            var error = ImageRules.Check(bytes.AsSpan(0, size), options.MaxMegapixels, out var header);
            return (error, header);
        }
        finally
        {
            WholeFiles.Return(bytes);
        }
    }
}
