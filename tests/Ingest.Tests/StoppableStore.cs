using System.Collections.Concurrent;
using Ocr.Storage;

namespace Ocr.Ingest.Tests;

/// <summary>A store that the test stops before or after an operation.</summary>
internal sealed class StoppableStore(IObjectStore inner) : IObjectStore
{
    /// <summary>Runs before each image is stored, with the number of images that are stored.</summary>
    public Func<int, CancellationToken, Task>? BeforePut { get; set; }

    public TaskCompletionSource? AfterPut { get; set; }

    public TaskCompletionSource? BeforeDelete { get; set; }

    public bool Deleting { get; private set; }

    /// <summary>Media types of the stored images.</summary>
    public ConcurrentQueue<string> ContentTypes { get; } = [];

    public async Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        await (BeforePut?.Invoke(ContentTypes.Count, cancellationToken) ?? Task.CompletedTask);
        await inner.PutAsync(key, content, contentType, cancellationToken);
        ContentTypes.Enqueue(contentType);
        await (AfterPut?.Task ?? Task.CompletedTask);
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        Deleting = true;
        await (BeforeDelete?.Task ?? Task.CompletedTask);
        await inner.DeleteAsync(key, cancellationToken);
    }

    public Task<Stream?> OpenReadAsync(string key, CancellationToken cancellationToken) => inner.OpenReadAsync(key, cancellationToken);

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => inner.ExistsAsync(key, cancellationToken);

    public IAsyncEnumerable<ObjectInfo> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);
}
