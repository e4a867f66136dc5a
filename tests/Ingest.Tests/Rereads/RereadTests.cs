using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Ingest.Data;
using Ocr.ServiceDefaults;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Rereads;

/// <summary>Stored images are read again in a separate batch; the first reading and its batch do not change.</summary>
public sealed class RereadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_receipt_is_read_again_with_its_identity_and_another_profile()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(2);
        var batch = (string)(await app.ProcessAsync(new { profile = "rapido" }))["request_id"]!;
        var first = (await app.RowsAsync())[0];

        var answer = await RereadAsync(app.Client, $"/api/receipts/{first.ReceiptId:N}/reread", new { profile = "high_confidence" }, person: "Rosa");

        Assert.Equal(("high_confidence", 1), ((string)answer["profile"]!, (int)answer["files_total"]!));
        var again = (string)answer["request_id"]!;
        await Probe.UntilAsync(async () => (string?)(await app.GetAsync($"/api/ocr/status/{again}"))["status"] == "completed");
        var command = app.Worker.Commands.Last();
        Assert.Equal((first.ReceiptId, again, "high_confidence", "Rosa"),
            (command.Receipt.ReceiptId, command.Batch.RequestId, command.Batch.Profile, command.Batch.RereadBy));
        Assert.Equal((first.StoredName, first.ObjectKey), (command.Receipt.StoredName, command.Receipt.ObjectKey));
        await Probe.UntilAsync(() => app.Worker.Batches.Any(opened => opened.RequestId == again && opened.RereadBy == "Rosa"));
        Assert.Equal((2, "completed"), ((int)(await app.GetAsync($"/api/ocr/status/{batch}"))["files_done"]!, (string)(await app.GetAsync($"/api/ocr/status/{batch}"))["status"]!));
        var rows = await app.RowsAsync();
        Assert.Equal([false, false, true], rows.Select(row => row.Reread));
        Assert.All(rows, row => Assert.Equal(ReceiptState.Processed, row.State));
    }

    [Fact]
    public async Task Without_a_profile_the_one_before_is_used_so_that_only_the_rules_are_new()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(3);
        var batch = (string)(await app.ProcessAsync(new { profile = "balanced" }))["request_id"]!;

        var answer = await RereadAsync(app.Client, $"/api/batches/{batch}/reread");

        Assert.Equal(("balanced", 3), ((string)answer["profile"]!, (int)answer["files_total"]!));
        await Probe.UntilAsync(() => app.Worker.Commands.Count == 6);
        Assert.Equal([1, 2, 3], app.Worker.Commands.Skip(3).Select(command => command.Batch.Position).Order());
    }

    [Fact]
    public async Task Of_requests_at_the_same_time_one_reads_and_the_others_wait_for_it()
    {
        var worker = new ScriptedWorker();
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(1);
        await app.ProcessAsync();
        worker.Script = _ => [];
        var path = $"/api/receipts/{(await app.RowsAsync()).Single().ReceiptId:N}/reread";

        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Client.PostAsync(new Uri(path, UriKind.Relative), null)));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(5, responses.Count(response => response.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    [Theory]
    [InlineData("/api/receipts/nada/reread", HttpStatusCode.NotFound)]
    [InlineData("/api/receipts/9f2c4a7be0d84c1fa3b65d1e7c908f42/reread", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/BATCH_20250711_143052_a8f/reread", HttpStatusCode.NotFound)]
    [InlineData("/api/batches/x/reread", HttpStatusCode.NotFound)]
    public async Task What_does_not_exist_is_not_read(string path, HttpStatusCode status)
    {
        await using var app = await IngestApp.StartAsync(_folder);

        using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), null);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_pending_receipt_and_an_unknown_profile_are_refused()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(1);
        var path = new Uri($"/api/receipts/{(await app.RowsAsync()).Single().ReceiptId:N}/reread", UriKind.Relative);

        using var pending = await app.Client.PostAsync(path, null);
        await app.ProcessAsync();
        using var unknown = await app.Client.PostAsJsonAsync(path, new { profile = "magico" });

        Assert.Equal(HttpStatusCode.Conflict, pending.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.NotNull((await unknown.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]!["profile"]);
    }

    [Fact]
    public async Task Another_tenant_cannot_start_a_reread()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(1);
        var batch = (string)(await app.ProcessAsync())["request_id"]!;
        using var other = app.ClientOf("otra");

        foreach (var path in (string[])[$"/api/receipts/{(await app.RowsAsync()).Single().ReceiptId:N}/reread", $"/api/batches/{batch}/reread"])
        {
            using var response = await other.PostAsync(new Uri(path, UriKind.Relative), null);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task Rereads_do_not_count_as_uploads_and_take_no_stored_names()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = await app.UploadAsync(1);
        var batch = (string)(await app.ProcessAsync())["request_id"]!;
        var again = (string)(await RereadAsync(app.Client, $"/api/batches/{batch}/reread"))["request_id"]!;
        await Probe.UntilAsync(async () => (string?)(await app.GetAsync($"/api/ocr/status/{again}"))["status"] == "completed");

        // The name still refers to the batch of the first reading.
        var repeated = await app.ProcessAsync(new { files = names });

        Assert.Equal(batch, (string)repeated["request_id"]!);
        using var image = await app.Client.GetAsync(new Uri($"/api/ocr/image/{(await app.RowsAsync())[0].ReceiptId:N}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, image.StatusCode);
    }

    [Fact]
    public async Task A_second_reading_that_failed_does_not_hide_the_image_of_the_first()
    {
        var worker = new ScriptedWorker { Script = command => [command.Batch.RereadBy is null ? ScriptedWorker.Extracted(command) : ScriptedWorker.Unreadable(command)] };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker);
        await app.UploadAsync(1);
        await app.ProcessAsync();
        var path = $"/api/receipts/{(await app.RowsAsync()).Single().ReceiptId:N}/reread";
        var failed = (string)(await RereadAsync(app.Client, path))["request_id"]!;
        await Probe.UntilAsync(async () => (string?)(await app.GetAsync($"/api/ocr/status/{failed}"))["status"] == "failed");
        await app.CleanAsync(new { retention_hours = 0 });
        Assert.Equal([false, true], (await app.RowsAsync()).Select(row => row.ImageRemoved));
        Assert.Single(_folder.Images);

        await RereadAsync(app.Client, path);
    }

    private static async Task<JsonObject> RereadAsync(HttpClient client, string path, object? body = null, string person = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new { }) };
        request.Headers.Add(ClientHeaders.Person, person);
        using var response = await client.SendAsync(request);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, answer.ToJsonString());
        Assert.Equal($"/api/ocr/status/{answer["request_id"]}", response.Headers.Location!.OriginalString);
        return answer;
    }
}
