using System.Text;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Ingest.Upload;

/// <summary>Warms up the upload: reads a small upload and writes its row in a transaction that is rolled back.</summary>
internal sealed class UploadWarmUp(ReceiptWriter writer, IOptions<IngestOptions> options) : IWarmUp
{
    private const string Boundary = "warm-up";

    private static readonly byte[] Body =
    [
        .. Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"20000101-A--0@lid_x_00-00.png\"\r\n\r\n"),
        // A PNG of one pixel.
        .. Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        .. Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n"),
    ];

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var form = new UploadForm();
        using var body = new MemoryStream(Body, writable: false);
        await new MultipartForm(options.Value, maxFiles: 1).ReadAsync(body, Boundary, form, cancellationToken);
        MetadataReader.Apply(form);
        await writer.RehearseAsync(form.Files, cancellationToken);
    }
}
