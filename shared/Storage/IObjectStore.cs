namespace Ocr.Storage;

/// <summary>
/// Immutable bytes under keys such as <c>3f/3fa9….png</c>. Keys are segments of letters, digits, <c>.</c>, <c>_</c>
/// and <c>-</c>; any other key throws <see cref="ArgumentException"/>. Errors of the store are <see cref="IOException"/>s.
/// </summary>
public interface IObjectStore
{
    /// <summary>
    /// Stores the bytes durably before it returns. The object appears completely or not at all. An existing object is
    /// replaced and counts as new, so that a sweep by age keeps it.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="content">Read from its position to its end.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="cancellationToken">Cancels without a partial object.</param>
    Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading; <see langword="null"/> when it does not exist. The caller disposes of the stream.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<Stream?> OpenReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Whether an object exists.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<bool> ExistsAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes an object. A missing object is not an error.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists every object, in no particular order.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    IAsyncEnumerable<ObjectInfo> ListAsync(CancellationToken cancellationToken);
}

/// <summary>An object in the store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="SizeBytes">Its size, bytes.</param>
/// <param name="LastModified">When it was last stored, UTC.</param>
public sealed record ObjectInfo(string Key, long SizeBytes, DateTimeOffset LastModified);
