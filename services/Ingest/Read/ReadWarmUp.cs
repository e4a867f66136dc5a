using System.Text;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Ingest.Read;

/// <summary>Handles a request without an image, which is refused before anything is stored.</summary>
internal sealed class ReadWarmUp(ReadEndpoint endpoint) : IWarmUp
{
    private static readonly byte[] Body = Encoding.ASCII.GetBytes("--warm-up\r\nContent-Disposition: form-data; name=\"nombre\"\r\n\r\nAna\r\n--warm-up--\r\n");

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(Body, writable: false);
        var context = new DefaultHttpContext { RequestAborted = cancellationToken };
        context.Request.ContentType = "multipart/form-data; boundary=warm-up";
        context.Request.Body = body;
        try
        {
            await endpoint.HandleAsync(context);
        }
        catch (ApiException)
        {
            // The image is missing.
        }
    }
}
