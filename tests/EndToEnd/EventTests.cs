using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;
using Ocr.Testing.Webhooks;

namespace Ocr.EndToEnd;

/// <summary>From an upload to a verified webhook and a resumed stream, in the system that run.sh starts.</summary>
public sealed class EventTests : IDisposable
{
    private static readonly (string, string)[] Settings = [("WEBHOOK_ALLOW", "127.0.0.1"), ("WEBHOOK_TIMEOUT", "2")];
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr events ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_read_receipt_reaches_webhook_and_stream_and_a_client_that_reconnects_continues()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var system = await StandaloneProcess.StartAsync(_data.FullName, Settings);
        var secret = await WebhookAsync(system, receiver);
        var (name, batch, last) = await ReadWhileStreamingAsync(system);

        await Probe.UntilAsync(() => Task.FromResult(receiver.All), all => all.Length >= 2, Timeout);
        Assert.All(receiver.All, received => Assert.True(received.IsSignedWith(secret)));
        var read = receiver.All.Select(received => received.Json).Single(json => json.Text("type") == "receipt.read").Object("data");
        var stored = await system.Api.ResultAsync(batch, name);
        Assert.Equal(stored.Object("extracted_fields").ToJsonString(), read.Object("extracted_fields").ToJsonString());
        Assert.Equal(stored.Object("decision").ToJsonString(), read.Object("decision").ToJsonString());
        Assert.Equal(stored.Text("receipt_id"), read.Text("receipt_id"));
        Assert.Equal(1, receiver.All.Select(received => received.Json).Single(json => json.Text("type") == "batch.completed").Object("data").Count("archivos_exitosos"));

        // Read while the client was disconnected.
        await system.Api.UploadAsync(Receipts.Unique(Receipts.Truth[3].Key, 3));
        await system.Api.ProcessAsync();
        using var response = await OpenAsync(system, last);
        var missed = await TakeAsync(response, 3);
        Assert.Equal(["batch.completed", "batch.progress", "receipt.read"], missed.Select(item => item.EventType).Order(StringComparer.Ordinal));
        Assert.All(missed, item => Assert.DoesNotContain(batch, item.Data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_that_was_read_just_before_a_crash_still_reaches_its_webhook()
    {
        await using var receiver = await Receiver.StartAsync();
        await receiver.EndAsync();
        string secret, batch;
        await using (var system = await StandaloneProcess.StartAsync(_data.FullName, Settings))
        {
            secret = await WebhookAsync(system, receiver);
            await system.Api.UploadAsync(Receipts.Unique(Receipts.Truth[4].Key, 4));
            batch = (await system.Api.ProcessAsync()).Body.Text("request_id");
            await system.KillAsync();
        }

        await receiver.ListenAsync();
        await using var again = await StandaloneProcess.StartAsync(_data.FullName, Settings);
        await Probe.UntilAsync(() => Task.FromResult(receiver.All), all => all.Select(received => received.Json.Text("type")).Distinct().Count() == 2, Timeout);

        Assert.All(receiver.All, received => Assert.True(received.IsSignedWith(secret)));
        Assert.All(receiver.All, received => Assert.Equal(batch, received.Json.Object("data").Text("request_id")));
    }

    private static async Task<string> WebhookAsync(StandaloneProcess system, Receiver receiver)
    {
        using var created = await system.Api.Client.PostAsJsonAsync("/api/webhooks", new { url = receiver.Url });
        return (await ApiResponse.ReadAsync(created)).Body.Text("secreto");
    }

    // The stored name, its batch, and the id of the last event that the client saw.
    private static async Task<(string Name, string Batch, string LastEventId)> ReadWhileStreamingAsync(StandaloneProcess system)
    {
        using var response = await OpenAsync(system);
        var upload = await system.Api.UploadAsync(Receipts.Unique(Receipts.Truth[2].Key, 2));
        var batch = (await system.Api.ProcessAsync()).Body.Text("request_id");
        var events = await TakeAsync(response, 3);
        Assert.Equal(["batch.completed", "batch.progress", "receipt.read"], events.Select(item => item.EventType).Order(StringComparer.Ordinal));
        Assert.All(events, item => Assert.Equal(batch, JsonNode.Parse(item.Data)!["data"]!.Text("request_id")));
        return (upload.StoredNames().Single(), batch, events[^1].EventId!);
    }

    private static async Task<HttpResponseMessage> OpenAsync(StandaloneProcess system, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await system.Api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<SseItem<string>>> TakeAsync(HttpResponseMessage response, int count)
    {
        using var end = new CancellationTokenSource(Timeout);
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(end.Token)).EnumerateAsync(end.Token))
        {
            events.Add(item);
            if (events.Count == count)
            {
                return events;
            }
        }

        throw new EndOfStreamException();
    }
}
