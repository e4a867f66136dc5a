using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Ocr.Storage;

/// <summary>Objects in a bucket of any S3-compatible server, under a common prefix.</summary>
public sealed class S3ObjectStore(IAmazonS3 client, string bucket, string prefix) : IObjectStore
{
    // Any other 404, such as a missing bucket, is not a missing object.
    private const string NoSuchKey = "NoSuchKey";

    private readonly string _prefix = prefix.Length == 0 || prefix.EndsWith('/') ? prefix : prefix + "/";

    /// <inheritdoc />
    public Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) =>
        Guarded(
            token => client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = NameOf(key),
                    InputStream = content,
                    ContentType = contentType,
                    AutoCloseStream = false,
                    // Chunked signatures are an AWS extension that several compatible servers reject.
                    UseChunkEncoding = false,
                },
                token),
            cancellationToken);

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(string key, CancellationToken cancellationToken) =>
        Guarded<Stream?>(
            async token =>
            {
                try
                {
                    return (await client.GetObjectAsync(bucket, NameOf(key), token)).ResponseStream;
                }
                catch (AmazonS3Exception exception) when (exception.ErrorCode == NoSuchKey)
                {
                    return null;
                }
            },
            cancellationToken);

    /// <inheritdoc />
    public async Task<bool> ExistsAsync(string key, CancellationToken cancellationToken)
    {
        // HEAD is not used: its response has no body, so a missing bucket looks the same. The listing of a key's prefix starts with the key.
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = NameOf(key), MaxKeys = 1 };
        var found = await Guarded(token => client.ListObjectsV2Async(request, token), cancellationToken);
        return found.S3Objects?.Any(item => item.Key == request.Prefix) == true;
    }

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        Guarded(token => client.DeleteObjectAsync(bucket, NameOf(key), token), cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ObjectInfo> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = _prefix };
        ListObjectsV2Response page;
        do
        {
            page = await Guarded(token => client.ListObjectsV2Async(request, token), cancellationToken);
            foreach (var item in page.S3Objects ?? [])
            {
                yield return new ObjectInfo(item.Key[_prefix.Length..], item.Size ?? 0, item.LastModified ?? DateTimeOffset.UnixEpoch);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    // A timeout is an error of the server, unless the caller cancelled.
    private static async Task<T> Guarded<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action(cancellationToken);
        }
        catch (Exception exception) when (
            exception is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException("The object store did not answer as it should.", exception);
        }
    }

    private string NameOf(string key) => _prefix + ObjectKey.Checked(key);
}
