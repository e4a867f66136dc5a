using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ocr.Ingest.Tests.Images;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

public sealed class UploadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_upload_answers_as_documented_and_stores_its_bytes()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var image = Samples.Read("plain-31x17.png");
        using var form = new MultipartFormDataContent().WithFile("recibo ñ.png", image).WithFile("b.jpg", Samples.Read("baseline-31x17.jpg"))
            .WithFields(0, ("idWhatsapp", "123456@lid")).WithFields(1, ("numerosorteo", "B"), ("nombre", "María")).WithFields(9);

        var (status, answer) = await app.PostAsync(form);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("upload"), answer));
        var first = answer["files_processed"]![0]!;
        Assert.Equal("recibo ñ.png", (string?)first["original_name"]);
        Assert.Equal("20250711-A--123456@lid_Juan_14-30.png", (string?)first["stored_name"]);
        Assert.Equal("ID WhatsApp debería tener más dígitos", (string?)first["validation"]!["warnings"]![0]);
        Assert.Equal("20250711-B--123456789@lid_María_14-30.jpg", (string?)answer["files_processed"]![1]!["stored_name"]);

        var row = (await app.RowsAsync())[0];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(image)), row.Sha256);
        Assert.Equal(image, await File.ReadAllBytesAsync(Path.Combine(_folder.Name, "images", row.ObjectKey)));
        await Probe.UntilAsync(() => app.Worker.Uploads.Count == 2);
    }

    [Fact]
    public async Task Pending_files_are_listed_as_documented()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = await app.UploadAsync(3);
        var answer = await app.GetAsync("/api/files/pending");
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("files_pending"), answer));
        Assert.Equal(names, answer["files"]!.AsArray().Select(file => (string)file!["filename"]!));
        Assert.Equal($"data/inbox/{names[0]}", (string?)answer["files"]![0]!["path"]);
    }

    [Fact]
    public async Task Pending_files_come_in_pages_with_the_count_and_size_of_all()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = await app.UploadAsync(5);
        var all = await app.GetAsync("/api/files/pending");
        var page = await app.GetAsync("/api/files/pending?limit=2&offset=3");
        Assert.Equal(names[3..], page["files"]!.AsArray().Select(file => (string)file!["filename"]!));
        Assert.Equal((5, (double)all["total_size_mb"]!), ((int)page["files_pending"]!, (double)page["total_size_mb"]!));
        Assert.False((bool)page["has_more"]!);
        Assert.True((bool)(await app.GetAsync("/api/files/pending?limit=2"))["has_more"]!);
        Assert.Equal((1000, 0), ((int)all["limit"]!, (int)all["offset"]!));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("offset=-1", "offset")]
    public async Task A_page_that_there_is_not_is_refused_by_the_name_of_its_parameter(string query, string name)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri($"/api/files/pending?{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]![name]);
    }

    [Fact]
    public async Task Equal_names_are_numbered_also_in_concurrent_uploads()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.UploadAsync(2)))).SelectMany(name => name).ToArray();
        Assert.Equal(16, names.Distinct().Count());
        Assert.Contains("20250711-A--123456789@lid_Juan_14-30.png", names);
        Assert.Contains("20250711-A--123456789@lid_Juan_14-30_16.png", names);
    }

    [Fact]
    public async Task Every_error_of_every_file_and_field_is_reported_and_nothing_is_stored()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent()
            .WithFile("bien.png", TestImages.Unique()).WithFile("falso.png", Samples.Read("still-31x17.gif")).WithFile("vacio.png", [])
            .WithFields(0, ("numerosorteo", "abc"), ("fechasorteo", "20250230")).WithFields(1, ("idWhatsapp", "1@c.us"), ("horamin", null))
            .WithFields(2);
        form.Add(new StringContent("Ana"), "nombre_2");

        var (status, answer) = await app.PostAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["validation_error_example"]!.Without("details"), answer));
        Assert.Equal("VALIDATION_FAILED_400", (string?)answer["error_code"]);
        var fields = answer["details"]!["field_errors"]!.AsObject().Select(item => item.Key).Order(StringComparer.Ordinal);
        Assert.Equal(["fechasorteo_0", "horamin_1", "idWhatsapp_1", "nombre_2", "numerosorteo_0"], fields);
        Assert.Equal(["falso.png", "vacio.png"], answer["details"]!["file_errors"]!.AsObject().Select(item => item.Key));
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_413_and_nothing_is_stored()
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "2048"));
        using var form = new MultipartFormDataContent()
            .WithFile("bien.png", TestImages.Unique()).WithFile("grande.png", TestImages.Png(9, 9, new byte[4096])).WithFields();
        var (status, answer) = await app.PostAsync(form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("upload_error"), answer));
        Assert.Equal("FILE_TOO_LARGE_413", (string?)answer["error_code"]);
        Assert.Contains("grande.png", (string?)answer["details"], StringComparison.Ordinal);
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_taken()
    {
        var exact = TestImages.Png(9, 9, new byte[2048 - TestImages.Png(9, 9).Length]);
        Assert.Equal(2048, exact.Length);
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "2048"));
        Assert.Single(await app.UploadAsync(1, _ => exact));
    }

    [Theory]
    [InlineData(0, "Falta el archivo")]
    [InlineData(51, "Demasiados archivos: 51 (máximo 50)")]
    public async Task An_upload_without_files_or_with_too_many_is_refused(int count, string error)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(count);
        var (status, answer) = await app.PostAsync(form);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(error, (string?)answer["details"]!["field_errors"]!["files"]![0]);
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task A_file_with_a_stored_name_needs_no_fields_and_a_wrong_extension_is_a_warning()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("20250711-07--987654321@lid_Ana_09-05.jpg", TestImages.Unique());
        var (status, answer) = await app.PostAsync(form);
        Assert.Equal(HttpStatusCode.OK, status);
        var file = answer["files_processed"]![0]!;
        Assert.Equal("20250711-07--987654321@lid_Ana_09-05.png", (string?)file["stored_name"]);
        Assert.Contains("extensión", (string?)file["validation"]!["warnings"]![0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=other", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=abc", HttpStatusCode.BadRequest)]
    [InlineData("application/json", HttpStatusCode.BadRequest)]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType, "{\"files\": []}")]
    [InlineData("multipart/form-data", HttpStatusCode.UnsupportedMediaType, "--\r\n")]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType, "--a boundary\r\n")]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType, "")]
    public async Task A_body_that_is_not_a_form_is_refused_in_the_documented_form(
        string contentType, HttpStatusCode expected, string body = "--abc\r\nContent-Disposition: form-data; name=\"nombre\"\r\n\r\nJu")
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var (status, answer) = await app.PostAsync(content);
        Assert.Equal(expected, status);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"], answer));
    }
}
