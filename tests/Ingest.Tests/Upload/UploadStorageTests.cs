using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Data;
using Ocr.Ingest.Idempotency;
using Ocr.Ingest.Objects;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>An upload that cannot be stored: the error names the cause, no receipt is stored, and a retry is a first request.</summary>
public sealed class UploadStorageTests : IDisposable
{
    private const int NoSpace = 28;
    private const string NotStored = "No se puede guardar archivos en este momento; no se guardó ninguno de la solicitud";
    private const string Full = "El disco del servidor no tiene espacio para más archivos; no se guardó ninguno de la solicitud";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE_503", NotStored)]
    [InlineData(NoSpace, HttpStatusCode.InsufficientStorage, "INSUFFICIENT_STORAGE_507", Full)]
    public async Task A_failed_upload_stores_no_receipt_and_its_retry_stores_all(int cause, HttpStatusCode expected, string code, string details)
    {
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, objects: store);
        byte[][] images = [TestImages.Unique(), TestImages.Unique()];
        store.BeforePut = (stored, _) => stored == 1 ? throw new IOException("The store failed.", cause) : Task.CompletedTask;

        var refused = await UploadAsync(app, images);

        Assert.Equal((expected, code, details), (refused.Status, (string?)refused.Body["error_code"], (string?)refused.Body["details"]));
        Assert.Empty(await app.RowsAsync());
        Assert.Equal(0, await ReservationsAsync(app));

        store.BeforePut = null;
        var retried = await UploadAsync(app, images);

        Assert.Equal((HttpStatusCode.OK, false), (retried.Status, retried.Replayed));
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_store_that_does_not_respond_is_abandoned_after_the_time_of_an_upload()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: time, objects: store);
        var waiting = new TaskCompletionSource();
        store.BeforePut = (_, cancellationToken) =>
        {
            waiting.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        };
        var upload = UploadAsync(app, TestImages.Unique());
        await waiting.Task;

        time.Advance(ObjectReservations.ForUpload);

        var refused = await upload;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, NotStored), (refused.Status, (string?)refused.Body["details"]));
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task A_temporary_folder_that_cannot_be_written_is_an_error_of_the_server()
    {
        var file = Path.Combine(_folder.Name, "file");
        await File.WriteAllTextAsync(file, "");
        await using var app = await IngestApp.StartAsync(_folder, settings: ("TEMP_FOLDER", Path.Combine(file, "spool")));

        var refused = await UploadAsync(app, TestImages.Unique());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, NotStored), (refused.Status, (string?)refused.Body["details"]));
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task The_images_of_an_upload_are_stored_with_their_media_type_and_are_free_for_removal_afterwards()
    {
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, objects: store);
        var image = TestImages.Unique();

        await UploadAsync(app, image, image);

        Assert.Equal(["image/png", "image/png"], store.ContentTypes);
        var rows = await app.RowsAsync();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].ObjectKey, rows[1].ObjectKey);
        Assert.Equal(0, await ReservationsAsync(app));
    }

    private StoppableStore Store() => new(new FileSystemObjectStore(Path.Combine(_folder.Name, "images")));

    private static async Task<int> ReservationsAsync(IngestApp app)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>().CreateDbContextAsync();
        return await database.ObjectReservations.CountAsync();
    }

    private static async Task<(HttpStatusCode Status, bool Replayed, JsonObject Body)> UploadAsync(IngestApp app, params byte[][] images)
    {
        using var form = Forms.Valid(images.Length, index => images[index]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload") { Content = form };
        request.Headers.Add(IdempotentRequest.Header, "mensaje-1");
        using var response = await app.Client.SendAsync(request);
        return (
            response.StatusCode, response.Headers.Contains(IdempotentRequest.ReplayedHeader), (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
