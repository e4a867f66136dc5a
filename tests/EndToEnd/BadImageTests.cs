using System.Net;
using System.Text;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>Images that are not receipts and files that are not images are reported to the client and do not affect other receipts.</summary>
[Collection(SharedStandalone.Name)]
public sealed class BadImageTests(StandaloneFixture standalone)
{
    // The header states the size of a screenshot. The decoder finds no pixels.
    internal static readonly byte[] DamagedPng =
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 1, 0xE0, 0, 0, 3, 0x20, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 4, (byte)'I', (byte)'D', (byte)'A', (byte)'T', 1, 2, 3, 4, 0, 0, 0, 0,
        0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82,
    ];

    private readonly Api _api = standalone.Api;

    [Fact]
    public async Task A_damaged_image_becomes_an_error_result_among_good_ones()
    {
        var names = (await _api.UploadAsync(
            Receipts.Unique(Receipts.Truth[3].Key, 81), Upload.Of("roto.png", DamagedPng, 82), Receipts.Unique(Receipts.Truth[5].Key, 83))).StoredNames();

        var batch = (await _api.ProcessAsync()).Body;

        Assert.Equal(1, batch.Object("processing_summary").Count("files_with_errors"));
        Assert.Equal(["success", "error", "success"], batch.List("results").Select(result => result.Text("processing_status")));
        var results = await _api.GetAsync("/api/extract_results");
        Assert.Equal(names, results.List("resultados").Select(result => result.Text("nombre_archivo")));
        Assert.Equal(("", ""), (results.List("resultados")[1].Text("monto"), results.List("resultados")[1].Text("referencia")));
        Assert.Equal(1, results.Object("extraccion_completa").Count("archivos_con_error"));
    }

    [Theory]
    [InlineData("recibo.png", "esto no es una imagen")]
    [InlineData("recibo.jpg", "GIF89a......")]
    [InlineData("vacio.png", "")]
    [InlineData("cortado.png", "\u0089PNG\r\n\u001a\n")]
    public async Task A_file_that_is_not_an_image_is_refused_with_its_whole_upload(string name, string content)
    {
        var before = (await _api.GetAsync("/api/files/pending")).Count("files_pending");

        var answer = await _api.UploadAsync(
            Receipts.Unique(Receipts.Truth[6].Key, 84), Upload.Of(name, Encoding.Latin1.GetBytes(content), 85));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("VALIDATION_FAILED_400", answer.Body.Text("error_code"));
        Assert.NotEmpty(answer.Body.Object("details").Object("file_errors")[name]!.AsArray());
        Assert.Equal(before, (await _api.GetAsync("/api/files/pending")).Count("files_pending"));
    }

    [Fact]
    public async Task A_wrong_field_is_named()
    {
        var upload = Receipts.Of(Receipts.Truth[0].Key);
        var answer = await _api.UploadAsync(upload with
        {
            Metadata = new Dictionary<string, string>(upload.Metadata) { ["fechasorteo"] = "11/07/2025" },
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("fechasorteo_0", answer.Body.Object("details").Object("field_errors").Select(error => error.Key));
    }

    [Theory]
    [InlineData("/api/ocr/result/BATCH_20250711_143052_a8f_none.png", "NOT_FOUND_404")]
    [InlineData("/api/ocr/status/BATCH_20250711_143052_a8f", "NOT_FOUND_404")]
    [InlineData("/api/extract_results?request_id=BATCH_20250711_143052_a8f", "NOT_FOUND_404")]
    [InlineData("/api/nowhere", "NOT_FOUND_404")]
    public async Task An_unknown_path_or_id_is_a_documented_error(string path, string code)
    {
        using var response = await _api.Client.GetAsync(new Uri(path, UriKind.Relative));
        var answer = await ApiResponse.ReadAsync(response);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(code, answer.Body.Text("error_code"));
        Assert.Equal(
            ["error", "status", "estado", "message", "mensaje", "details", "timestamp", "error_code", "request_id", "help"],
            answer.Body.Select(member => member.Key));
    }
}
