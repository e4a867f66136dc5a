using Ocr.Storage;

namespace Ocr.Ingest.Objects;

/// <summary>Removes images that no receipt references.</summary>
internal sealed class ImageRemover(IObjectStore objects, ObjectReservations reservations, TimeProvider time)
{
    private const int Chunk = 50;

    /// <summary>Removes the images that no receipt references and no upload is storing; returns their number and their size in bytes.</summary>
    /// <param name="images">Keys with sizes; duplicates count as one image.</param>
    /// <param name="cancellationToken">Stops between two images.</param>
    public async Task<(int Count, long Bytes)> RemoveUnusedAsync(
        IEnumerable<(string Key, long Bytes)> images, CancellationToken cancellationToken)
    {
        var (count, bytes) = (0, 0L);
        foreach (var chunk in images.DistinctBy(image => image.Key).Chunk(Chunk))
        {
            var free = await RemoveAsync([.. chunk.Select(image => image.Key)], cancellationToken);
            count += free.Count;
            bytes += chunk.Where(image => free.Contains(image.Key)).Sum(image => image.Bytes);
        }

        return (count, bytes);
    }

    private async Task<IReadOnlyList<string>> RemoveAsync(string[] keys, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(ObjectReservations.ForRemoval / 2, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var (owner, free) = await reservations.MarkAsync(keys, either.Token);
        try
        {
            foreach (var key in free)
            {
                await objects.DeleteAsync(key, either.Token);
            }

            return free;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The object store takes too long to remove images.");
        }
        finally
        {
            await reservations.DropAsync(owner);
        }
    }
}
