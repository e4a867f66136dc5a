using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Ocr.Storage;

/// <summary>Objects in a bucket of any S3-compatible server, under a common prefix.</summary>
public sealed class S3ObjectStore(IAmazonS3 client, string bucket, string prefix) : IObjectStore
{
    private readonly string _prefix = prefix.Length == 0 || prefix.EndsWith('/') ? prefix : prefix + "/";

    /// <inheritdoc />
    public Task PutAsync(string key, Stream content, string contentType, CancellationToken cancellationToken) =>
        Guarded(() => client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = NameOf(key),
                InputStream = content,
                ContentType = contentType,
                AutoCloseStream = false,
                // Chunked signatures are an AWS extension that several compatible servers refuse.
                UseChunkEncoding = false,
            },
            cancellationToken));

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(string key, CancellationToken cancellationToken) =>
        OrMissing<Stream?>(async () => (await client.GetObjectAsync(bucket, NameOf(key), cancellationToken)).ResponseStream, null);

    /// <inheritdoc />
    public Task<bool> ExistsAsync(string key, CancellationToken cancellationToken) =>
        OrMissing(async () => await client.GetObjectMetadataAsync(bucket, NameOf(key), cancellationToken) is not null, false);

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        Guarded(() => client.DeleteObjectAsync(bucket, NameOf(key), cancellationToken));

    /// <inheritdoc />
    public async IAsyncEnumerable<ObjectInfo> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = _prefix };
        ListObjectsV2Response page;
        do
        {
            page = await Guarded(() => client.ListObjectsV2Async(request, cancellationToken));
            foreach (var item in page.S3Objects ?? [])
            {
                yield return new ObjectInfo(item.Key[_prefix.Length..], item.Size ?? 0, item.LastModified ?? DateTimeOffset.UnixEpoch);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    private static Task<T> OrMissing<T>(Func<Task<T>> action, T missing) => Guarded(async () =>
    {
        try
        {
            return await action();
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return missing;
        }
    });

    private static async Task<T> Guarded<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception exception) when (exception is Amazon.Runtime.AmazonClientException or HttpRequestException)
        {
            throw new IOException("The object store did not answer as it should.", exception);
        }
    }

    private string NameOf(string key) => _prefix + ObjectKey.Checked(key);
}
