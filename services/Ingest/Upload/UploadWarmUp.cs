using System.Text;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Data;
using Ocr.Ingest.Objects;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Warms up the upload: reads a small upload, puts its image, and writes its row and its batch in a transaction that is rolled back. The image is removed at the end.
/// </summary>
internal sealed class UploadWarmUp(ReceiptWriter writer, BatchOpener opener, ImageRemover remover, IOptions<IngestOptions> options) : IWarmUp
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

    private (string Key, long Bytes)[] _images = [];

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var form = new UploadForm();
        using var body = new MemoryStream(Body, writable: false);
        await new MultipartForm(options.Value, maxFiles: 1).ReadAsync(body, Boundary, form, cancellationToken);
        MetadataReader.Apply(form);
        _images = [.. form.Files.Select(file => (ReceiptWriter.KeyOf(file), file.SizeBytes))];
        await writer.RehearseAsync(form.Files, OpenAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public Task EndAsync() => remover.RemoveUnusedAsync(_images, CancellationToken.None);

    // Opens a batch and marks it as published, which the first upload otherwise compiles.
    private async Task OpenAsync(IngestDbContext database, IReadOnlyList<ReceiptRow> rows, CancellationToken cancellationToken)
    {
        var batch = await opener.AddAsync(database, rows, new BatchOptions(), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        batch.Published = true;
    }

    private static byte[] Part(string name, string value) =>
        Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
}
