using System.Text;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Batches;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Ingest.Upload;

/// <summary>Warms up the upload: reads a small upload, and writes its row and its batch in a transaction that is rolled back.</summary>
internal sealed class UploadWarmUp(ReceiptWriter writer, BatchOpener opener, IOptions<IngestOptions> options) : IWarmUp
{
    private const string Boundary = "warm-up";

    // A PNG of one pixel.
    private static readonly byte[] Image =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly byte[] Body =
    [
        .. Part("numerosorteo", "A"), .. Part("fechasorteo", "20000101"), .. Part("idWhatsapp", "10000000000@lid"), .. Part("nombre", "Ana"), .. Part("horamin", "00-00"),
        .. Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"x.png\"\r\n\r\n"), .. Image,
        .. Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n"),
    ];

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var form = new UploadForm();
        using var body = new MemoryStream(Body, writable: false);
        await new MultipartForm(options.Value, maxFiles: 1).ReadAsync(body, Boundary, form, cancellationToken);
        MetadataReader.Apply(form);
        await writer.RehearseAsync(form.Files, (database, rows, token) => opener.AddAsync(database, rows, new BatchOptions(), token), cancellationToken);
    }

    private static byte[] Part(string name, string value) =>
        Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
}
