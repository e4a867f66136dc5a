using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Ingest.Data;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Cleaning;

/// <summary>Cleaning with the real Results on the same bus. The test advances the clock; the ages in the object store are real.</summary>
public sealed class CleanTests : IDisposable
{
    // No automatic cleaning, and no loop that ticks through a day second by second.
    private static readonly (string, string)[] ByHand = [("RETENTION_HOURS", "0"), ("SWEEP_SECONDS", "60")];
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Old_pending_failed_and_orphaned_files_go_and_results_stay()
    {
        var worker = new ScriptedWorker { Script = command => [command.Batch.Position == 2 ? ScriptedWorker.Unreadable(command) : ScriptedWorker.Extracted(command)] };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker, _time, settings: ByHand);
        await app.UploadAsync(3);
        var batch = await ProcessAsync(app);
        var old = await app.UploadAsync(2);
        await OrphanAsync(app, new string('0', 64), 5000);
        _time.Advance(TimeSpan.FromHours(25));
        var young = await app.UploadAsync(1);

        var answer = await app.CleanAsync();

        var summary = answer["cleanup_summary"]!;
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("clean"), answer));
        // Two pending, one failed, one orphan; two that were read and one recent receipt stay.
        Assert.Equal((4, 3, 3, 0), ((int)summary["files_removed"]!, (int)summary["files_preserved"]!, (int)summary["results_preserved"]!, (int)summary["results_removed"]!));
        Assert.Equal(["data/inbox", "data/processing"], summary["directories_cleaned"]!.AsArray().Select(item => (string)item!));
        Assert.Equal((true, 24), ((bool)answer["retention_policy"]!["applied"]!, (int)answer["retention_policy"]!["retention_hours"]!));
        Assert.Equal(3, answer["retention_policy"]!["preserved_files"]!.AsArray().Count);
        Assert.Equal(3, _folder.Images.Count);
        Assert.Equal(young, await PendingAsync(app));
        Assert.DoesNotContain(old[0], young);
        // The batch is still complete, including its failed receipt.
        var status = await app.GetAsync($"/api/ocr/status/{batch["request_id"]}");
        Assert.Equal((3, 1), ((int)status["files_total"]!, (int)status["files_with_errors"]!));
        Assert.Equal(3, (await app.GetAsync("/api/extract_results"))["resultados"]!.AsArray().Count);

        Assert.Equal(0, (int)(await app.CleanAsync())["cleanup_summary"]!["files_removed"]!);
    }

    [Fact]
    public async Task Results_go_with_their_batch_when_they_are_not_to_be_preserved()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: _time, settings: ByHand);
        await app.UploadAsync(2);
        var first = await ProcessAsync(app);
        _time.Advance(TimeSpan.FromHours(5));
        await app.UploadAsync(1);
        var second = await ProcessAsync(app);

        var answer = await app.CleanAsync(new { preserve_results = false, retention_hours = 2 });

        var summary = answer["cleanup_summary"]!;
        Assert.Equal((2, 1, 1, 2), ((int)summary["files_removed"]!, (int)summary["files_preserved"]!, (int)summary["results_preserved"]!, (int)summary["results_removed"]!));
        Assert.Equal([(string)second["results"]![0]!["result_file"]!], answer["retention_policy"]!["preserved_files"]!.AsArray().Select(item => (string)item!));
        Assert.Single(_folder.Images);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/api/ocr/status/{first["request_id"]}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/api/extract_results?request_id={first["request_id"]}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, $"/api/extract_results?request_id={second["request_id"]}"));
    }

    [Fact]
    public async Task A_forced_cleaning_removes_everything_except_running_batches()
    {
        var worker = new ScriptedWorker { Script = command => [ScriptedWorker.Unreadable(command)] };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker);
        await app.UploadAsync(2);
        await ProcessAsync(app);
        // The second batch: one receipt failed, the other is still with the workers.
        worker.Script = command => command.Batch.Position == 1 ? [ScriptedWorker.Unreadable(command)] : [];
        await app.UploadAsync(2);
        var running = await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(async () => (await app.RowsAsync()).Count(row => row.State == ReceiptState.Failed) == 3);
        await app.UploadAsync(2);

        var answer = await app.CleanAsync(new { force_clean = true, preserve_results = false, retention_hours = 24 });

        Assert.False((bool)answer["retention_policy"]!["applied"]!);
        Assert.Equal((4, 2, 1), ((int)answer["cleanup_summary"]!["files_removed"]!, (int)answer["cleanup_summary"]!["files_preserved"]!, (int)answer["cleanup_summary"]!["results_preserved"]!));
        Assert.All(await app.RowsAsync(), row => Assert.Equal((string?)running["request_id"], row.RequestId));
        Assert.Equal(2, _folder.Images.Count);
        Assert.Equal("processing", (string?)(await app.GetAsync($"/api/ocr/status/{running["request_id"]}"))["status"]);
    }

    [Fact]
    public async Task An_image_that_another_receipt_has_stays_and_frees_nothing()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: _time, settings: ByHand);
        var image = TestImages.Png(100, 200, new byte[100_000]);
        await app.UploadAsync(1, _ => image);
        await ProcessAsync(app);
        await app.UploadAsync(2, _ => image);
        _time.Advance(TimeSpan.FromHours(25));

        var answer = await app.CleanAsync();

        Assert.Equal((2, 0.0), ((int)answer["cleanup_summary"]!["files_removed"]!, (double)answer["cleanup_summary"]!["total_space_freed_mb"]!));
        Assert.Single(_folder.Images);
        answer = await app.CleanAsync(new { force_clean = true, preserve_results = false });
        Assert.InRange((double)answer["cleanup_summary"]!["total_space_freed_mb"]!, 0.1, 0.11);
        Assert.Empty(_folder.Images);
    }

    [Fact]
    public async Task A_late_message_does_not_restore_a_removed_batch()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        await app.UploadAsync(1);
        await ProcessAsync(app);
        var command = app.Worker.Commands.Single();
        await app.CleanAsync(new { force_clean = true, preserve_results = false });
        var bus = app.Services.GetRequiredService<IBus>();
        await bus.Publish(new BatchOpened { RequestId = command.Batch.RequestId, Size = 1, Profile = "balanced", OpenedAt = command.Batch.OpenedAt });
        await bus.Publish(ScriptedWorker.Extracted(command));
        await bus.Publish(ScriptedWorker.Unreadable(command));

        await app.UploadAsync(1);
        await ProcessAsync(app);

        Assert.Equal(1, (int)(await app.GetAsync("/api/files/processed"))["files_processed"]!);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, $"/api/extract_results?request_id={command.Batch.RequestId}"));
    }

    [Fact]
    public async Task Nothing_is_removed_when_Results_does_not_respond()
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("CLEAN_RESULTS_SECONDS", "1"));
        await app.UploadAsync(1);
        using var response = await app.Client.PostAsJsonAsync(new Uri("/api/clean", UriKind.Relative), new { force_clean = true });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(await PendingAsync(app));
    }

    [Theory]
    [InlineData("""{"force_clean": "yes", "preserve_results": 1, "retention_hours": "24"}""", "force_clean", "preserve_results", "retention_hours")]
    [InlineData("""{"retention_hours": -1}""", "retention_hours")]
    [InlineData("""{"retention_hours": 87601}""", "retention_hours")]
    [InlineData("""{"retention_hours": 1.5}""", "retention_hours")]
    public async Task Wrong_options_are_named(string body, params string[] fields)
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        await app.UploadAsync(1);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await app.Client.PostAsync(new Uri("/api/clean", UriKind.Relative), content);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(fields, answer!["details"]!["field_errors"]!.AsObject().Select(item => item.Key));
        Assert.Single(await PendingAsync(app));
    }

    private static async Task<JsonObject> ProcessAsync(IngestApp app)
    {
        var answer = await app.ProcessAsync();
        await Probe.UntilAsync(async () => (string?)(await app.GetAsync("/api/extract_results"))["extraccion_completa"]!["request_id"] == (string?)answer["request_id"]);
        return answer;
    }

    private static async Task<string[]> PendingAsync(IngestApp app) =>
        [.. (await app.GetAsync("/api/files/pending"))["files"]!.AsArray().Select(file => (string)file!["filename"]!)];

    private static async Task<HttpStatusCode> StatusAsync(IngestApp app, string path)
    {
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private static async Task OrphanAsync(IngestApp app, string sha256, int size)
    {
        using var content = new MemoryStream(new byte[size]);
        await app.Services.GetRequiredService<IObjectStore>().PutAsync(ObjectKey.ForContent(sha256, "png"), content, "image/png", CancellationToken.None);
    }
}
