using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Reviews;

/// <summary>Decisions and corrections of people are kept whatever happens to the receipt afterwards.</summary>
public sealed class ReviewTests : IAsyncLifetime
{
    private const string Corrected = "123.45";
    private static readonly ApiDescription Description = ApiDescription.Read();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr reviews ");
    private StandaloneProcess _process = null!;

    public async Task InitializeAsync() => _process = await StandaloneProcess.StartAsync(_data.FullName);

    public async Task DisposeAsync()
    {
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_correction_survives_a_kill_a_second_reading_and_the_export()
    {
        var (id, batch) = await ReadOneAsync();
        var reviewer = new Reviewer(_process.Api, id);
        var read = (await reviewer.LookAsync()).Object("receipt");
        Assert.Equal(HttpStatusCode.OK, (await reviewer.CorrectAsync("monto", "123,45")).Status);
        await reviewer.LookAsync();
        Assert.Equal(HttpStatusCode.OK, (await reviewer.DecideAsync("aceptado")).Status);

        await _process.KillAsync();
        await _process.DisposeAsync();
        _process = await StandaloneProcess.StartAsync(_data.FullName);
        reviewer = new Reviewer(_process.Api, id);
        await reviewer.LookAsync();
        var reread = await reviewer.RereadAsync("balanced");
        Assert.Equal(HttpStatusCode.Accepted, reread.Status);
        AssertDescribed("POST", "/api/receipts/{id}/reread", reread);
        await _process.Api.FinishAsync(reread.Body.Text("request_id"), TimeSpan.FromMinutes(2));

        var now = await Probe.UntilAsync(reviewer.LookAsync, body => body.Object("receipt").Text("request_id") == reread.Body.Text("request_id"), TimeSpan.FromMinutes(1));
        var receipt = now.Object("receipt");
        Assert.Equal((Corrected, "aceptado"), (receipt.Object("campos").Text("monto"), receipt.Object("revision").Text("estado")));
        Assert.Null(receipt["duplicado"]);
        Assert.Equal(read.Object("campos").Text("monto"), receipt.List("correcciones").Single().Text("leido"));
        Assert.Equal("balanced", now.Object("data").Object("processing_metadata").Text("profile_used"));
        Assert.Empty(Description.Differences("GET", "/api/receipts/{id}", 200, now));
        await AssertExportedAsync(read.Object("metadata_whatsapp"));
        var log = await _process.Api.GetAsync($"/api/receipts/{id}/audit");
        Assert.Empty(Description.Differences("GET", "/api/receipts/{id}/audit", 200, log));
        Assert.Equal(["relectura", "decision", "correccion"], log.List("eventos").Select(entry => entry.Text("accion")));
        Assert.Equal(batch, log.List("eventos")[0].Object("datos").Text("anterior_request_id"));
    }

    [Fact]
    public async Task The_second_of_two_reviewers_is_refused_and_sees_what_the_first_did()
    {
        var (id, _) = await ReadOneAsync();
        var (first, second) = (new Reviewer(_process.Api, id), new Reviewer(_process.Api, id));
        await first.LookAsync();
        await second.LookAsync();

        var decided = await first.DecideAsync("rechazado", "Referencia de otro día");
        var refused = await second.CorrectAsync("monto", "1,00");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (decided.Status, refused.Status));
        AssertDescribed("POST", "/api/receipts/{id}/decision", decided);
        AssertDescribed("PATCH", "/api/receipts/{id}", refused);
        var current = refused.Body.Object("details").Object("receipt");
        Assert.Equal("rechazado", current.Object("revision").Text("estado"));
        Assert.Empty(current.List("correcciones"));
    }

    [Fact]
    public async Task A_batch_is_read_again_without_duplicates_and_without_a_change_of_the_first_batch()
    {
        var (id, batch) = await ReadOneAsync();
        var before = (await _process.Api.GetAsync($"/api/ocr/status/{batch}")).Text("status");
        using var response = await _process.Api.Client.PostAsync(new Uri($"/api/batches/{batch}/reread", UriKind.Relative), null);
        var again = await ApiResponse.ReadAsync(response);
        AssertDescribed("POST", "/api/batches/{request_id}/reread", again);
        await _process.Api.FinishAsync(again.Body.Text("request_id"), TimeSpan.FromMinutes(2));

        Assert.Equal(("completed", before), ((await _process.Api.GetAsync($"/api/ocr/status/{batch}")).Text("status"), before));
        Assert.Equal(batch, (await _process.Api.GetAsync("/api/extract_results")).Object("extraccion_completa").Text("request_id"));
        var found = await _process.Api.GetAsync("/api/receipts?limit=10");
        Assert.Empty(Description.Differences("GET", "/api/receipts", 200, found));
        var receipt = Assert.Single(found.List("receipts"));
        Assert.Equal((id, "success"), (receipt.Text("receipt_id"), found.Text("status")));
        Assert.Null(receipt["duplicado"]);
    }

    private async Task<(string Id, string Batch)> ReadOneAsync()
    {
        var upload = await _process.Api.UploadAsync(Receipts.Unique(Receipts.Truth[3].Key, 1));
        var batch = await _process.Api.ProcessAsync(new JsonObject { ["upload_id"] = upload.Body.Text("upload_id"), ["profile"] = "ultra_rapido" });
        return (upload.Body.List("files_processed").Single().Text("receipt_id"), batch.Body.Text("request_id"));
    }

    private async Task AssertExportedAsync(JsonObject sender)
    {
        var draw = $"/api/draws/{sender.Text("fechasorteo")}/{sender.Text("numerosorteo")}";
        var totals = await _process.Api.GetAsync(draw);
        Assert.Empty(Description.Differences("GET", "/api/draws/{fechasorteo}/{numerosorteo}", 200, totals));
        Assert.Empty(Description.Differences("GET", "/api/draws", 200, await _process.Api.GetAsync("/api/draws")));
        Assert.Equal(Corrected, totals.List("totales_por_moneda").Single().Text("monto_aceptado"));
        var lines = (await _process.Api.Client.GetStringAsync(new Uri($"{draw}/export?format=csv", UriKind.Relative))).TrimEnd().Split("\r\n");
        var amount = Array.IndexOf(lines[0].Split(';'), "monto");
        Assert.Equal(Corrected, Assert.Single(lines.Skip(1)).Split(';')[amount]);
        using var workbook = await _process.Api.Client.GetAsync(new Uri($"{draw}/export?format=xlsx", UriKind.Relative));
        Assert.StartsWith("PK", System.Text.Encoding.Latin1.GetString(await workbook.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        var truth = await _process.Api.GetAsync("/api/receipts/truth");
        Assert.Empty(Description.Differences("GET", "/api/receipts/truth", 200, truth));
        Assert.Equal(decimal.Parse(Corrected, CultureInfo.InvariantCulture), decimal.Parse(truth.Single().Value!["fields"]!.Text("monto"), CultureInfo.InvariantCulture));
    }

    private static void AssertDescribed(string method, string path, ApiResponse answer) =>
        Assert.Empty(Description.Differences(method, path, (int)answer.Status, answer.Body));
}
