using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Statistics;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The rows, counts and messages of an upload, and the texts of its errors. The clock of the test does not advance, so that no tick publishes or counts.</summary>
public sealed class UploadIntakeTests : IDisposable
{
    private const string Broken = "El cuerpo multipart está mal formado o incompleto, o su boundary no es el que dice Content-Type";

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_upload_is_published_without_waiting_for_a_tick()
    {
        await using var app = await IngestApp.StartAsync(_folder, time: _time, settings: ("SWEEP_SECONDS", "60"));
        for (var upload = 1; upload <= 3; upload++)
        {
            var expected = upload;
            await app.UploadAsync(1);
            await Probe.UntilAsync(() => app.Worker.Uploads.Count == expected);
        }
    }

    [Fact]
    public async Task Accepted_files_are_counted_once_with_their_size_also_when_the_request_is_repeated()
    {
        await using var app = await IngestApp.StartAsync(_folder, time: _time);
        var images = new[] { TestImages.Unique(), TestImages.Unique() };

        for (var attempt = 0; attempt < 2; attempt++)
        {
            using var form = Forms.Valid(2, index => images[index]);
            Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(form, key: "mensaje-1")).Status);
        }

        var report = await ReportAsync(app, accepted: 2, refused: 0);
        Assert.Equal(images.Sum(image => image.Length), report.AcceptedBytes);
        Assert.Empty(report.Refused);
    }

    [Fact]
    public async Task Every_file_of_a_refused_request_and_every_rejected_file_is_counted_with_its_error()
    {
        await using var app = await IngestApp.StartAsync(_folder, time: _time, settings: ("MAX_CONTENT_LENGTH", "1024"));
        using var large = Forms.Valid(3, index => index == 0 ? TestImages.Unique() : new byte[2000]);
        using var invalid = Forms.Valid(2, index => index == 0 ? TestImages.Unique() : []);
        using var partial = Forms.Valid(5, index => index == 0 ? TestImages.Unique() : []);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync(large)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(invalid)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(partial, "/api/upload?partial=true")).Status);

        var report = await ReportAsync(app, accepted: 1, refused: 9);
        Assert.Equal([("VALIDATION_FAILED_400", 6L), ("FILE_TOO_LARGE_413", 3L)], report.Refused);
    }

    [Fact]
    public async Task A_receipt_has_the_sender_the_upload_and_the_file_of_its_request()
    {
        await using var app = await IngestApp.StartAsync(_folder, time: _time);
        using var client = app.ClientOf("uno");
        client.DefaultRequestHeaders.Add(ClientHeaders.Name, "key-1");
        client.DefaultRequestHeaders.Add(ClientHeaders.Weight, "3");
        var images = new[] { TestImages.Unique(), TestImages.Costly() };
        using var form = Forms.Valid(2, index => images[index]);
        using var response = await client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;

        var rows = await app.RowsAsync();

        Assert.All(rows, row =>
        {
            Assert.Equal(("uno", "key-1", 3), (row.Tenant, row.Owner, row.Weight));
            Assert.Equal((Guid)answer["upload_id"]!, row.UploadId);
            Assert.Equal("image/png", row.ContentType);
            Assert.Equal(_time.GetUtcMilliseconds(), row.UploadedAt);
            Assert.Equal(row.UploadedAt, row.AcceptedAt);
        });
        Assert.Equal(["recibo0.png", "recibo1.png"], rows.Select(row => row.OriginalName));
        Assert.Equal(images.Select(image => (long)image.Length), rows.Select(row => row.SizeBytes));
        Assert.Equal([1, 9], rows.Select(row => row.Cost));
        Assert.Equal(2, rows.Select(row => row.ReceiptId).Distinct().Count());
    }

    [Theory]
    [InlineData("{\"files\": []}", "application/json", 415, "Se espera multipart/form-data con los archivos y sus campos")]
    [InlineData("--abc\r\nContent-Type: image/png\r\n\r\nx\r\n--abc--\r\n", "multipart/form-data; boundary=abc", 400, Broken)]
    [InlineData("--abc\r\nContent-Disposition: form-data; name=\"nombre\"\r\n\r\nJu", "multipart/form-data; boundary=abc", 400, Broken)]
    [InlineData("--abc--\r\n", "multipart/form-data; boundary=other", 400, Broken)]
    public async Task A_body_that_is_not_a_form_has_an_error_with_its_cause(string body, string contentType, int status, string details)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var (refused, answer) = await app.PostAsync(content);

        Assert.Equal((status, details), ((int)refused, (string?)answer["details"]));
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task A_missing_file_is_reported_when_there_is_no_other_error()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var none = new MultipartFormDataContent().WithFields();
        using var repeated = new MultipartFormDataContent().WithFields().WithFields(null, ("nombre", null));

        var missing = (await app.PostAsync(none)).Body["details"]!;
        var fields = (await app.PostAsync(repeated)).Body["details"]!["field_errors"]!.AsObject();

        Assert.Equal("""{"files":["Falta el archivo"]}""", missing["field_errors"]!.ToJsonString());
        Assert.Equal(["fechasorteo", "horamin", "idWhatsapp", "numerosorteo"], fields.Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    private static Task<UploadReport> ReportAsync(IngestApp app, int accepted, int refused) => Probe.UntilAsync(
        () => app.Services.GetRequiredService<UploadCounters>().ReadAsync(TenantScope.All, CancellationToken.None),
        report => report.Accepted >= accepted && report.Refused.Sum(item => item.Files) >= refused,
        TimeSpan.FromSeconds(30));
}
