namespace Ocr.Storage;

/// <summary>
/// Immutable bytes under keys such as <c>3f/3fa9….png</c>. Keys are made of segments of letters, digits, <c>.</c>, <c>_</c>
/// and <c>-</c>; any other key throws <see cref="ArgumentException"/>. Faults of the store itself are <see cref="IOException"/>s.
/// </summary>
public interface IObjectStore
{
    /// <summary>
    /// Stores the bytes durably before it returns. The object appears whole or not at all; one that is there already is
    /// replaced and counts as new, so that a sweep by age spares it.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="content">Read from its position to its end.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading; <see langword="null"/> when there is none. The caller disposes of the stream.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Stream?> OpenReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Whether an object is there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<bool> ExistsAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is no fault.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists every object, in no particular order.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<ObjectInfo> ListAsync(CancellationToken cancellationToken);
}

/// <summary>An object in the store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="SizeBytes">Its size, bytes.</param>
/// <param name="LastModified">When it was last put, UTC.</param>
public sealed record ObjectInfo(string Key, long SizeBytes, DateTimeOffset LastModified);
