using System.Net;
using Ocr.Contracts;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class BatchesEndpointTests : IDisposable
{
    private const string Later = "BATCH_20250711_150000_b00";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_history_shows_the_progress_of_every_batch()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read(1, 2));
        await app.StoreAsync(Messages.Failed(2, 2));
        await app.StoreAsync(Messages.Read(1, 3, Later));

        var history = await app.GetAsync("/api/batches/history");

        Assert.Equal(2, (int)history["total_batches"]!);
        Assert.Equal(
            [(Later, "processing", 3, 1, 0), (Messages.Batch, "completed", 2, 2, 1)],
            history["batches"]!.AsArray().Select(batch => (
                (string)batch!["request_id"]!, (string)batch["status"]!, (int)batch["files_total"]!, (int)batch["files_done"]!, (int)batch["files_with_errors"]!)));
        Assert.False(history["batches"]![0]!.AsObject().ContainsKey("finished_at"));
        Assert.Equal("2025-07-11T14:30:52.123Z", (string?)history["batches"]![1]!["opened_at"]);
        Assert.Single((await app.GetAsync("/api/batches/history?limit=1"))["batches"]!.AsArray());
    }

    [Fact]
    public async Task One_batch_lists_its_receipts_in_order_of_arrival()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Failed(2, 2));
        await app.StoreAsync(Messages.Read(1, 2));

        var batch = await app.GetAsync($"/api/batches/{Messages.Batch}");

        Assert.Equal("completed", (string?)batch["batch"]!["status"]);
        Assert.Equal(["success", "error"], batch["results"]!.AsArray().Select(receipt => (string)receipt!["processing_status"]!));
    }

    [Fact]
    public async Task One_batch_is_downloaded_as_its_consolidated_json()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());

        using var response = await app.Client.GetAsync(new Uri($"/api/batches/{Messages.Batch}/download", UriKind.Relative));

        Assert.Equal($"{Messages.Batch}.json", response.Content.Headers.ContentDisposition!.FileName);
        var body = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(Messages.Batch, (string?)body["extraccion_completa"]!["request_id"]);
        Assert.Single(body["resultados"]!.AsArray());
    }

    [Fact]
    public async Task A_download_for_a_spreadsheet_is_named_for_one_and_a_running_batch_is_not_downloaded()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Read());
        await app.StoreAsync(Messages.Read(1, 2, Later));
        using var table = await app.Client.GetAsync(new Uri($"/api/batches/{Messages.Batch}/download?format=csv", UriKind.Relative));
        Assert.Equal($"{Messages.Batch}.csv", table.Content.Headers.ContentDisposition!.FileName);
        using var early = await app.Client.GetAsync(new Uri($"/api/batches/{Later}/download", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
    }

    [Fact]
    public async Task Lists_come_a_page_at_a_time_and_are_counted_as_a_whole()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        await app.StoreAsync(Messages.Payment(2, Later, 1, 2));
        await app.StoreAsync(Messages.Payment(3, Later, 2, 2, fields: (FieldKeys.Referencia, Messages.Field("003039387345"))));

        var batches = await app.GetAsync("/api/batches/history?limit=1&offset=1");
        Assert.Equal((2, 1, false), ((int)batches["total_batches"]!, batches["batches"]!.AsArray().Count, (bool)batches["has_more"]!));
        var latest = (await app.GetAsync($"/api/batches/{Later}"))["batch"]!;
        Assert.Equal((1, 1), ((int)latest["files_duplicated"]!, (int)latest["files_maybe_duplicated"]!));

        var files = await app.GetAsync("/api/files/processed?limit=2");
        Assert.Equal((3, 2, true), ((int)files["files_processed"]!, files["files"]!.AsArray().Count, (bool)files["has_more"]!));
        files = await app.GetAsync("/api/files/processed?limit=2&offset=2");
        Assert.Equal((3, 1, false), ((int)files["files_processed"]!, files["files"]!.AsArray().Count, (bool)files["has_more"]!));
    }

    [Theory]
    [InlineData("/api/batches/BATCH_20250711_000000_aaa", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/BATCH_20250711_000000_aaa/download", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/history?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/batches/history?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/batches/history?limit=1001", HttpStatusCode.BadRequest)]
    [InlineData("/api/batches/history?offset=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/batches/history?offset=99999999999999999999", HttpStatusCode.BadRequest)]
    [InlineData("/api/files/processed?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/batches/..%2f..%2fresults.db", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/%22%0d%0aX-Injected:%201/download", HttpStatusCode.NotFound)]
    public async Task What_does_not_exist_or_makes_no_sense_is_an_error(string path, HttpStatusCode status)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
    }
}
