using System.Net;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class BatchesEndpointTests : IDisposable
{
    private const string Later = "BATCH_20250711_150000_b00";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_history_tells_of_every_batch_how_far_it_is()
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

    [Theory]
    [InlineData("/api/batches/BATCH_20250711_000000_aaa", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/BATCH_20250711_000000_aaa/download", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/history?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/batches/history?limit=many", HttpStatusCode.BadRequest)]
    public async Task What_does_not_exist_or_makes_no_sense_is_an_error(string path, HttpStatusCode status)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
    }
}
