using System.Net;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary><c>partial=true</c> leaves out the bad files of an upload, reports them, and stores the others.</summary>
public sealed class PartialUploadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bad_files_are_left_out_and_reported(bool inQuery)
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "1024"));
        using var form = Mixed();
        if (!inQuery)
        {
            form.Add(new StringContent("true"), "partial");
        }

        var (status, body) = await app.PostAsync(form, inQuery ? "/api/upload?partial=true" : "/api/upload");

        Assert.Equal((HttpStatusCode.OK, 2, "Se subieron 2 de 5 archivos"), (status, (int)body["files_uploaded"]!, (string)body["message"]!));
        Assert.Equal(
            ["1 nota.txt|Tipo de archivo no permitido: se aceptan PNG, JPEG, WebP y HEIC", "2 grande.png|Archivo demasiado grande (0 MB)", "3 tres.png|nombre_3: Debe tener entre 2 y 50 caracteres"],
            body["files_rejected"]!.AsArray().Select(file => $"{file!["index"]} {file["original_name"]}|{string.Join(", ", file["validation"]!["errors"]!.AsArray())}"));
        Assert.True((bool)body["success"]!);
        Assert.All(body["files_rejected"]!.AsArray(), file => Assert.False((bool)file!["validation"]!["valid"]!));
        // The fields of a file keep its number.
        Assert.Equal(["cero.png Remitente 0", "cuatro.png Remitente 4"], (await app.RowsAsync()).Select(row => $"{row.OriginalName} {row.Metadata.SenderName}"));
    }

    [Fact]
    public async Task Without_it_the_same_upload_is_refused_as_a_whole()
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "1024"));
        using var form = Mixed();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.PostAsync(form, "/api/upload?partial=false")).Status);
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task Without_a_bad_file_nothing_is_rejected()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(2);

        var (_, body) = await app.PostAsync(form, "/api/upload?partial=true");

        Assert.Equal((2, "Archivos subidos exitosamente"), ((int)body["files_uploaded"]!, (string)body["message"]!));
        Assert.Empty(body["files_rejected"]!.AsArray());
    }

    [Fact]
    public async Task A_complete_upload_has_no_list_of_rejected_files()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(2);

        var (status, body) = await app.PostAsync(form, "/api/upload?partial=false");

        Assert.Equal((HttpStatusCode.OK, 2), (status, (int)body["files_uploaded"]!));
        Assert.False(body.ContainsKey("files_rejected"));
    }

    [Theory]
    [InlineData("?partial=tal vez", "partial", "Debe ser true o false")]
    [InlineData("?partial=", "partial", "Debe ser true o false")]
    [InlineData("?partial=true", "nombre", "Campo repetido")]
    public async Task An_error_of_the_request_refuses_it(string query, string field, string error)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(2);
        if (field == "nombre")
        {
            form.Add(new StringContent("Ana"), "nombre");
        }

        var (status, body) = await app.PostAsync(form, "/api/upload" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(error, (string?)body["details"]!["field_errors"]![field]![0]);
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task Without_a_good_file_every_error_is_named()
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "1024"));
        using var form = new MultipartFormDataContent().WithFile("nota.txt", "hola"u8.ToArray()).WithFile("grande.png", new byte[2000]).WithFields();

        var (status, body) = await app.PostAsync(form, "/api/upload?partial=true");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(["grande.png", "nota.txt"], body["details"]!["file_errors"]!.AsObject().Select(file => file.Key).Order());
    }

    [Fact]
    public async Task A_retry_gets_the_first_response_with_what_was_left_out()
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_CONTENT_LENGTH", "1024"));
        using var first = Mixed();
        using var second = Mixed();

        var (_, one) = await app.PostAsync(first, "/api/upload?partial=true", "mensaje-1");
        var (_, two) = await app.PostAsync(second, "/api/upload?partial=true", "mensaje-1");

        Assert.Equal(one.ToJsonString(), two.ToJsonString());
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    private static readonly byte[] Image = TestImages.Unique();

    private static MultipartFormDataContent Mixed()
    {
        var form = new MultipartFormDataContent().WithFile("cero.png", Image).WithFile("nota.txt", "hola"u8.ToArray())
            .WithFile("grande.png", new byte[2000]).WithFile("tres.png", Image).WithFile("cuatro.png", Image).WithFields();
        form.Add(new StringContent("Remitente 0"), "nombre_0");
        form.Add(new StringContent("x"), "nombre_3");
        form.Add(new StringContent("Remitente 4"), "nombre_4");
        return form;
    }
}
