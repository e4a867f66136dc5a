using Ocr.Storage;

namespace Ocr.OcrWorker.Tests;

/// <summary>A store whose peer stops sending in the middle of an image, until it is healed.</summary>
internal sealed class StalledStore(IObjectStore inner) : IObjectStore
{
    /// <summary>Whether a reader waits for missing bytes.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Whether images are complete again.</summary>
    public bool IsHealed { get; set; }

    public Task<Stream?> OpenReadAsync(string key, CancellationToken cancellationToken) =>
        IsHealed ? inner.OpenReadAsync(key, cancellationToken) : Task.FromResult<Stream?>(new SilentStream(this));

    public Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) =>
        inner.PutAsync(key, content, contentType, cancellationToken);

    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) => inner.ExistsAsync(key, cancellationToken);

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);

    public IAsyncEnumerable<ObjectInfo> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    private sealed class SilentStream(StalledStore store) : MemoryStream
    {
        private bool _hasBegun;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_hasBegun)
            {
                _hasBegun = true;
                return 1;
            }

            store.IsAwaited = true;
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
