using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

public sealed class BatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_batch_answers_as_documented()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = await app.UploadAsync(3);
        var answer = await app.ProcessAsync(new { profile = "rapido", batch_config = new { max_images = 50, timeout_seconds = 60 } });

        Assert.Empty(JsonShape.Differences(JsonShape.Documented("process_batch"), answer));
        Assert.Equal("success", (string?)answer["status"]);
        Assert.Matches("^BATCH_[0-9]{8}_[0-9]{6}_[0-9a-f]{3}$", (string?)answer["request_id"]);
        Assert.Equal((string?)answer["request_id"], (string?)answer["batch_id"]);
        Assert.Equal(3, (int?)answer["files_processed"]);
        Assert.Equal("1.24s", (string?)answer["processing_summary"]!["total_processing_time"]);
        Assert.Equal("0.41s", (string?)answer["processing_summary"]!["average_time_per_file"]);
        Assert.Equal(names, answer["results"]!.AsArray().Select(item => (string)item!["filename"]!));
        Assert.All(app.Worker.Commands, command => Assert.Equal(("ultra_rapido", 3), (command.Batch.Profile, command.Batch.Size)));
        Assert.Equal([1, 2, 3], app.Worker.Commands.Select(command => command.Batch.Position).Order());
        await Probe.UntilAsync(() => app.Worker.Batches.Count == 1);

        var status = await app.GetAsync($"/api/ocr/status/{answer["request_id"]}");
        Assert.Equal("completed", (string?)status["status"]);
        Assert.Equal((3, 3, 0), ((int)status["files_total"]!, (int)status["files_done"]!, (int)status["files_with_errors"]!));
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("process_batch"), status));
    }

    [Fact]
    public async Task A_batch_without_pending_receipts_is_a_success_with_zero_files()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var response = await app.Client.PostAsync(new Uri("/api/ocr/process_batch", UriKind.Relative), null);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("process_batch"), answer));
        Assert.Equal(("success", 0), ((string)answer!["status"]!, (int)answer["files_processed"]!));
        // There is no batch id to poll; the key stays a text for clients that read it.
        Assert.Equal("", (string?)answer["request_id"]);
    }

    [Fact]
    public async Task Errors_are_counted_and_reported()
    {
        var worker = new ScriptedWorker { Script = command => [ScriptedWorker.Read(command, succeeded: command.Batch.Position != 2)] };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(3);
        var answer = await app.ProcessAsync();
        var summary = answer["processing_summary"]!;
        Assert.Equal((3, 2, 1), ((int)summary["files_found"]!, (int)summary["files_processed"]!, (int)summary["files_with_errors"]!));
        Assert.Equal("IMAGE_UNREADABLE", (string?)answer["results"]![1]!["error_code"]);
        Assert.Equal("completed", (string?)(await app.GetAsync($"/api/ocr/status/{answer["request_id"]}"))["status"]);
    }

    [Fact]
    public async Task A_client_that_does_not_wait_can_poll()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(2);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch");
        request.Headers.Add("Prefer", "respond-async, wait=10");
        using var response = await app.Client.SendAsync(request);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($"/api/ocr/status/{answer["request_id"]}", response.Headers.Location!.ToString());
        Assert.Equal("processing", (string?)answer["status"]);
        await Probe.UntilAsync(() => worker.Commands.Count == 2);

        var path = $"/api/ocr/status/{answer["request_id"]}";
        var running = await app.GetAsync(path);
        Assert.Equal(("processing", 2, 0), ((string)running["status"]!, (int)running["files_total"]!, (int)running["files_done"]!));
        await worker.RespondAsync(app);
        await Probe.UntilAsync(async () => (string?)(await app.GetAsync(path))["status"] == "completed");
    }

    [Fact]
    public async Task A_client_that_disconnects_does_not_stop_its_batch()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartAsync(_folder, worker);
        await app.UploadAsync(2);
        using (var abort = new CancellationTokenSource())
        {
            var request = app.ProcessAsync(cancellationToken: abort.Token);
            await Probe.UntilAsync(() => worker.Commands.Count == 2);
            await abort.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        }

        await worker.RespondAsync(app);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).All(row => row.State == ReceiptState.Processed));
    }

    [Fact]
    public async Task The_response_is_sent_when_the_timeout_expires()
    {
        await using var app = await IngestApp.StartAsync(_folder, new ScriptedWorker { Script = _ => [] });
        await app.UploadAsync(1);
        var answer = await app.ProcessAsync(new { timeout_seconds = 1 });
        Assert.Equal("processing", (string?)answer["status"]);
    }

    [Fact]
    public async Task Two_concurrent_batches_share_no_receipt()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(40);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.ProcessAsync(new { max_images = 10 })));
        var names = answers.SelectMany(answer => answer["results"]!.AsArray()).Select(item => (string)item!["filename"]!).ToArray();
        Assert.Equal(40, names.Length);
        Assert.Equal(40, names.Distinct().Count());
        Assert.Equal(40, app.Worker.Commands.Select(command => command.Receipt.ReceiptId).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"profile": "turbo", "max_images": 51}""", "profile", "max_images")]
    [InlineData("""{"batch_config": {"max_images": 0, "timeout_seconds": "5"}}""", "batch_config.max_images", "batch_config.timeout_seconds")]
    [InlineData("""{"language": "deu", "include_coordinates": "yes"}""", "language", "include_coordinates")]
    [InlineData("""{"batch_config": []}""", "batch_config")]
    [InlineData("""{"parallel_workers": 1.5, "timeout_seconds": 1e99}""", "timeout_seconds", "parallel_workers")]
    public async Task Wrong_options_are_named(string body, params string[] fields)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (status, answer) = await PostAsync(app, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(fields, answer["details"]!["field_errors"]!.AsObject().Select(item => item.Key));
    }

    [Theory]
    [InlineData("{\"profile\":", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{}", "text/plain", 415)]
    [InlineData("{\"profile\": \"\\ud800\"}", "application/json", 400)]
    [InlineData("\"text\"", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[", "application/json", 400)]
    public async Task A_body_that_is_not_an_object_is_refused_in_the_documented_form(string body, string mediaType, int expected)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (status, answer) = await PostAsync(app, body, mediaType);
        Assert.Equal(expected, (int)status);
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"], answer));
    }

    [Fact]
    public async Task An_unknown_batch_is_not_found()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var response = await app.Client.GetAsync(new Uri("/api/ocr/status/BATCH_20250711_143052_a8f", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NOT_FOUND_404", (string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error_code"]);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(IngestApp app, string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await app.Client.PostAsync(new Uri("/api/ocr/process_batch", UriKind.Relative), content);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
