using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The same upload under its three addresses, and from clients that spoil the content type of their form.</summary>
public sealed class UploadRouteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/api/upload", "Archivos subidos exitosamente")]
    [InlineData("/api/secure/upload", "Upload successful")]
    [InlineData("/api/ocr/process_image", "Archivos subidos exitosamente")]
    public async Task Every_address_takes_the_same_upload(string path, string message)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(2);
        using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("upload"), answer));
        Assert.Equal(message, (string?)answer!["message"]);
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    [Theory]
    [InlineData("files")]
    [InlineData("files[]")]
    [InlineData("images[]")]
    [InlineData("image")]
    public async Task Files_may_come_under_every_usual_field(string field)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(TestImages.Unique()), field, "recibo.png");
        form.WithFields();
        using var response = await app.Client.PostAsync(new Uri("/api/ocr/process_image", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("20250711-A--123456789@lid_Juan_14-30.png", (await app.RowsAsync()).Single().StoredName);
    }

    // The documented JavaScript client sets the header to undefined, which fetch sends as text; other clients send the type of JSON for every request.
    [Theory]
    [InlineData("undefined")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task The_boundary_is_found_in_the_body_when_the_header_does_not_tell(string? contentType)
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        using var form = Forms.Valid(2);
        // One byte after the other, as a slow network may cut the first line.
        using var content = new StreamContent(new TricklingStream(await form.ReadAsByteArrayAsync()));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer[..Math.Min(buffer.Length, Position < 200 ? 1 : 1000)], cancellationToken);
    }
}
