using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Ingest.Tests.Tenancy;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Images;

public sealed class ImageEndpointTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_bytes_that_were_uploaded_come_back_by_stored_name_and_by_result()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var bytes = TestImages.Unique();
        using var upload = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), Forms.Valid(1, _ => bytes));
        var name = (string)(await upload.Content.ReadFromJsonAsync<JsonObject>())!["files_processed"]![0]!["stored_name"]!;
        using var byName = await app.Client.GetAsync(Address(name));
        Assert.Equal(bytes, await byName.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", byName.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", byName.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(byName.Headers.CacheControl!.NoStore);
        Assert.Equal("default-src 'none'; sandbox", byName.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(["Authorization", "X-API-Key"], byName.Headers.Vary);
        Assert.Null(byName.Content.Headers.ContentDisposition);

        using var batch = await app.Client.PostAsync(new Uri("/api/ocr/process_batch", UriKind.Relative), null);
        var result = (string)(await batch.Content.ReadFromJsonAsync<JsonObject>())!["results"]![0]!["result_file"]!;
        Assert.Equal(bytes, await app.Client.GetByteArrayAsync(Address(result)));
        Assert.Equal(bytes, await app.Client.GetByteArrayAsync(Address(result[..^".json".Length])));

        // Neither the batch nor the name is sufficient.
        foreach (var other in new[] { "BATCH_20000101_000000_abc_" + name, result.Replace(name, "other.png", StringComparison.Ordinal) })
        {
            using var missing = await app.Client.GetAsync(Address(other));
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        using var again = new HttpRequestMessage(HttpMethod.Get, Address(name));
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(byName.Headers.ETag!.Tag));
        using var unchanged = await app.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Every_answer_about_a_receipt_has_its_opaque_id_and_the_image_is_found_by_it()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var bytes = TestImages.Unique();
        using var upload = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), Forms.Valid(1, _ => bytes));
        var id = (string)(await upload.Content.ReadFromJsonAsync<JsonObject>())!["files_processed"]![0]!["receipt_id"]!;
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(id, (string)(await app.GetAsync("/api/files/pending"))["files"]![0]!["receipt_id"]!);
        Assert.Equal(bytes, await app.Client.GetByteArrayAsync(Address(id)));

        Assert.Equal(id, (string)(await app.ProcessAsync())["results"]![0]!["receipt_id"]!);
    }

    [Theory]
    [InlineData("no-such-image.png")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("%252e%252e%252fetc")]
    public async Task An_unknown_image_is_not_found(string id)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri($"/api/ocr/image/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("NOT_FOUND_404", (string?)answer["error_code"]);
        Assert.Equal("No existe una imagen con ese identificador, o ya no está guardada", (string?)answer["details"]);
    }

    [Fact]
    public async Task An_image_without_its_object_is_not_found()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var upload = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), Forms.Valid(1));
        var name = (string)(await upload.Content.ReadFromJsonAsync<JsonObject>())!["files_processed"]![0]!["stored_name"]!;
        foreach (var image in _folder.Images)
        {
            File.Delete(image);
        }

        using var response = await app.Client.GetAsync(Address(name));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Of_two_images_with_the_same_name_the_administrator_gets_the_older_one()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var one = new TenantClient(app, "uno");
        using var two = new TenantClient(app, "dos");
        var older = TestImages.Unique();
        var (_, names) = await one.UploadAsync(image: older);
        Assert.Equal(names, (await two.UploadAsync()).Names);

        using var administrator = app.ClientOf(TenantScope.All.HeaderValue);

        Assert.Equal(older, await administrator.GetByteArrayAsync(Address(names[0])));
    }

    private static Uri Address(string id) => new($"/api/ocr/image/{Uri.EscapeDataString(id)}", UriKind.Relative);
}
