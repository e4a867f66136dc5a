using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Ocr.Gateway.Tests.Webhooks;
using Ocr.Testing;
using Yarp.ReverseProxy.Configuration;

namespace Ocr.Gateway.Tests.Events;

/// <summary><c>GET /api/events</c> on a real port.</summary>
public sealed class EventStreamTests
{
    private const string Admin = "administrator-of-the-tests";

    private static readonly (string, string)[] Guarded =
        [("AUTH_REQUIRED", "true"), ("ADMIN_API_KEY", Admin), ("SESSION_SECRET", "a secret of at least 32 characters, for tests"), .. GatewayApp.Unlimited];

    [Fact]
    public async Task Events_arrive_in_order_while_the_connection_is_open()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await using var stream = await EventStream.OpenAsync(gateway.Client);
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(stream.Response.Headers.CacheControl is { NoStore: true, NoTransform: true });

        await gateway.PublishAsync(Messages.Read(1, isDuplicate: true));
        var first = await stream.TakeAsync(3);
        await gateway.PublishAsync(Messages.Read(2));
        var second = await stream.TakeAsync(2);
        await gateway.PublishAsync(Messages.Completed());
        await gateway.PublishAsync(Messages.Decided());
        var all = first.Concat(second).Concat(await stream.TakeAsync(2)).ToArray();

        Assert.Equal(["batch.progress", "receipt.duplicate", "receipt.read"], first.Select(item => item.EventType).Order(StringComparer.Ordinal));
        Assert.Equal(["batch.progress", "receipt.read"], second.Select(item => item.EventType).Order(StringComparer.Ordinal));
        Assert.Equal(["batch.completed", "review.decided"], all[5..].Select(item => item.EventType).Order(StringComparer.Ordinal));
        Assert.All(all, item => Assert.Equal(item.EventType, (string?)JsonNode.Parse(item.Data)!["type"]));
        var ids = all.Select(item => long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(ids.Order().Distinct(), ids);
        var progress = all.Where(item => item.EventType == "batch.progress").Select(item => JsonNode.Parse(item.Data)!["data"]!).ToArray();
        Assert.Equal([(1, 3), (2, 3)], progress.Select(data => ((int)data["files_done"]!, (int)data["files_total"]!)));
    }

    [Fact]
    public async Task A_client_continues_after_its_last_event_at_any_replica()
    {
        await using var one = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await using var other = await GatewayApp.StartAsync([.. GatewayApp.Unlimited, .. one.Database]);
        string last;
        await using (var stream = await EventStream.OpenAsync(one.Client, "?tipos=receipt.read"))
        {
            await one.PublishAsync(Messages.Read(1));
            last = (await stream.NextAsync())!.Value.EventId!;
        }

        // Missed by the client, more than one page of them.
        await Task.WhenAll(Enumerable.Range(2, 250).Select(number => one.PublishAsync(Messages.Read(number))));
        await using var resumed = await EventStream.OpenAsync(other.Client, "?tipos=receipt.read", last);
        var missed = await resumed.TakeAsync(250);
        await one.PublishAsync(Messages.Read(300));
        var live = (await resumed.NextAsync())!.Value;

        Assert.Equal(Enumerable.Range(2, 250).Select(number => $"recibo-{number}.png").Order(StringComparer.Ordinal), missed.Select(FileName).Order(StringComparer.Ordinal));
        Assert.Equal("recibo-300.png", FileName(live));
    }

    [Fact]
    public async Task No_event_of_concurrent_writers_is_missed()
    {
        await using var one = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await using var other = await GatewayApp.StartAsync([.. GatewayApp.Unlimited, .. one.Database]);
        await using var stream = await EventStream.OpenAsync(other.Client, "?tipos=receipt.read");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => (number % 2 == 0 ? one : other).PublishAsync(Messages.Read(number, batch: $"BATCH_{number % 7}"))));
        var events = await stream.TakeAsync(200);

        Assert.Equal(200, events.Select(FileName).Distinct().Count());
        var ids = events.Select(item => long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(ids.Order(), ids);
    }

    [Fact]
    public async Task A_tenant_gets_its_own_events_and_the_administrator_all()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        await using var own = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", key: key);
        await using var all = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", key: Admin);

        await gateway.PublishAsync(Messages.Read(1, "dos"));
        await gateway.PublishAsync(Messages.Read(2, "uno"));
        Assert.Equal("recibo-2.png", FileName((await own.NextAsync())!.Value));
        Assert.Equal(["recibo-1.png", "recibo-2.png"], (await all.TakeAsync(2)).Select(FileName).Order(StringComparer.Ordinal));

        // Events before the first stream of a tenant are not stored.
        await using var resumed = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", "0", key);
        Assert.Equal("stream.gap", (await resumed.NextAsync())!.Value.EventType);
        Assert.Equal("recibo-2.png", FileName((await resumed.NextAsync())!.Value));
        using var refused = await EventStream.SendAsync(
            gateway.Client, key: await WebhookEndpointTests.KeyAsync(gateway, "uno", "process_ocr"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_silent_stream_sends_comments_and_ends_when_its_key_is_revoked()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var gateway = await GatewayApp.StartAsync(null, time, Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        await using var stream = await EventStream.OpenAsync(gateway.Client, key: key);
        using var reader = new StreamReader(stream.Body);
        Assert.Equal("retry: 3000", await reader.ReadLineAsync());
        Assert.Equal("", await reader.ReadLineAsync());
        var comment = reader.ReadLineAsync();
        await PassAsync(time, () => comment.IsCompleted);
        Assert.Equal(": latido", await comment);

        var keys = await gateway.SendJsonAsync("GET", "/api/list_keys", key: Admin);
        await gateway.SendJsonAsync("DELETE", $"/api/revoke_key/{keys["keys"]![0]!["id"]}", key: Admin);
        var rest = reader.ReadToEndAsync();
        await PassAsync(time, () => rest.IsCompleted);
        Assert.DoesNotContain("event:", await rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_stream_ends_too_when_its_key_is_revoked()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var gateway = await GatewayApp.StartAsync(null, time, Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        await using var stream = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", key: key);
        var keys = await gateway.SendJsonAsync("GET", "/api/list_keys", key: Admin);
        await gateway.SendJsonAsync("DELETE", $"/api/revoke_key/{keys["keys"]![0]!["id"]}", key: Admin);

        // An event every 5 s: the stream is never silent for 15 s.
        var received = 0;
        while (received < 8)
        {
            await gateway.PublishAsync(Messages.Read(received + 1, "uno"));
            if (await stream.NextAsync() is null)
            {
                break;
            }

            received++;
            time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.InRange(received, 0, 4);
    }

    [Fact]
    public async Task A_client_has_a_maximum_number_of_streams()
    {
        await using var gateway = await GatewayApp.StartAsync([.. Guarded, ("EVENTS_MAX_STREAMS", "2")]);
        var (one, other) = (await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results"), await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results"));
        await using var first = await EventStream.OpenAsync(gateway.Client, key: one);
        await using (await EventStream.OpenAsync(gateway.Client, key: one))
        {
            using var refused = await EventStream.SendAsync(gateway.Client, key: one);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            await using var another = await EventStream.OpenAsync(gateway.Client, key: other);
        }

        await Probe.UntilAsync(async () =>
        {
            using var again = await EventStream.SendAsync(gateway.Client, key: one);
            return again.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task Events_pass_a_reverse_proxy_immediately()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddResponseCompression(static options => options.EnableForHttps = true);
        builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "gateway", Match = new RouteMatch { Path = "{**all}" } }],
            [new ClusterConfig
            {
                ClusterId = "gateway",
                Destinations = new Dictionary<string, DestinationConfig> { ["gateway"] = new() { Address = gateway.Client.BaseAddress!.ToString() } },
            }]);
        await using var proxy = builder.Build();
        proxy.Urls.Add("http://127.0.0.1:0");
        proxy.UseResponseCompression();
        proxy.MapReverseProxy();
        await proxy.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(proxy.Urls.First()) };
        await using var stream = await EventStream.OpenAsync(client);

        await gateway.PublishAsync(Messages.Completed());
        Assert.Equal("batch.completed", (await stream.NextAsync())!.Value.EventType);
    }

    [Fact]
    public async Task A_stop_ends_the_streams()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await using var stream = await EventStream.OpenAsync(gateway.Client);
        var began = TimeProvider.System.GetTimestamp();
        await gateway.StopAsync();

        Assert.Null(await stream.NextAsync());
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_HEAD_request_gets_the_headers_only()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/events");
        using var response = await gateway.Client.SendAsync(request).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_stream_of_a_given_duration_ends()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await gateway.Client.GetStringAsync(new Uri("/api/events?segundos=1", UriKind.Relative));
        await gateway.PublishAsync(Messages.Completed());
        string text;
        do
        {
            text = await gateway.Client.GetStringAsync(new Uri("/api/events?last_event_id=0&segundos=1", UriKind.Relative));
        }
        while (!text.Contains("event: batch.completed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("9223372036854775807")]
    public async Task A_place_that_is_not_stored_is_reported_as_a_gap(string last)
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await using var stream = await EventStream.OpenAsync(gateway.Client, lastEventId: last);
        Assert.Equal("stream.gap", (await stream.NextAsync())!.Value.EventType);

        await gateway.PublishAsync(Messages.Completed());
        Assert.Equal("batch.completed", (await stream.NextAsync())!.Value.EventType);
    }

    [Theory]
    [InlineData("?tipos=otro", null, "tipos")]
    [InlineData("?tipos=,", null, "tipos")]
    [InlineData("?last_event_id=-1", null, "Last-Event-ID")]
    [InlineData("", "abc", "Last-Event-ID")]
    [InlineData("?segundos=0", null, "segundos")]
    [InlineData("?segundos=3601", null, "segundos")]
    public async Task A_wrong_parameter_is_named(string query, string? last, string field)
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        using var response = await EventStream.SendAsync(gateway.Client, query, last);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["details"]!["field_errors"]![field]);
    }

    private static string FileName(System.Net.ServerSentEvents.SseItem<string> item) => (string)JsonNode.Parse(item.Data)!["data"]!["filename"]!;

    private static Task PassAsync(FakeTimeProvider time, Func<bool> isDone) => Probe.UntilAsync(
        () => Task.FromResult(isDone()),
        () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });
}
