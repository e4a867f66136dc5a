using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Read;

/// <summary>A refused read stores nothing, and names the field and the fix.</summary>
public sealed class ReadBadInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string?> BadFields => new()
    {
        { "numerosorteo", null },
        { "numerosorteo", "\"AA\"" },
        { "fechasorteo", "20250231" },
        { "horamin", "\"25-00\"" },
        { "nombre", "{}" },
        { "caption", "[1]" },
        { "profile", "\"rapidisimo\"" },
        { "include_coordinates", "\"tal vez\"" },
        { "image", "\"no es base64!\"" },
        { "image", "\"data:image/png\"" },
        { "image", null },
    };

    [Theory, MemberData(nameof(BadFields))]
    public async Task A_bad_field_is_named(string field, string? json)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var body = ReadClient.Body(TestImages.Unique());
        body[field] = json is null ? null : JsonNode.Parse(json);

        var read = await app.ReadAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, field), (read.Status, read.FieldErrors()));
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task Two_images_are_refused()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("uno.png", TestImages.Unique()).WithFile("dos.png", TestImages.Unique()).WithFields();

        var read = await app.ReadAsync(form);

        Assert.Equal((HttpStatusCode.BadRequest, "files"), (read.Status, read.FieldErrors()));
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task An_image_and_an_address_are_refused()
    {
        await using var app = await IngestApp.StartAsync(_folder);

        var read = await app.ReadAsync(ReadClient.Body(TestImages.Unique(), "https://media.example.com/a.png"));

        Assert.Equal((HttpStatusCode.BadRequest, "url"), (read.Status, read.FieldErrors()));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("{} {}", HttpStatusCode.BadRequest)]
    [InlineData("{\"nombre\": \"\\ud800\"}", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_not_an_object_is_refused(string text, HttpStatusCode status)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var content = new StringContent(text, Encoding.UTF8, "application/json");

        Assert.Equal(status, (await app.ReadAsync(content)).Status);
    }

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var content = new ByteArrayContent(TestImages.Unique());
        content.Headers.ContentType = new("image/png");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.ReadAsync(content)).Status);
    }

    [Fact]
    public async Task A_file_that_is_not_an_image_is_named()
    {
        await using var app = await IngestApp.StartAsync(_folder);

        var read = await app.ReadAsync(ReadClient.Body("hola"u8.ToArray()));

        Assert.Equal(HttpStatusCode.BadRequest, read.Status);
        Assert.NotNull(read.Body["details"]!["file_errors"]!["recibo.png"]);
    }

    [Theory]
    [InlineData(1025)]
    [InlineData(2_000_000)]
    public async Task An_image_over_the_limit_is_413(int size)
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "1024"));

        var read = await app.ReadAsync(ReadClient.Body(new byte[size]));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE_413"), (read.Status, (string)read.Body["error_code"]!));
    }
}
