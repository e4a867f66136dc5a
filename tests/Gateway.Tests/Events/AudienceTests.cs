using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Gateway.Data;
using Ocr.Gateway.Events;
using Ocr.Gateway.Storing;
using Ocr.Gateway.Tests.Webhooks;
using Ocr.ServiceDefaults.Bus;
using Ocr.Testing;
using Ocr.Testing.Webhooks;

namespace Ocr.Gateway.Tests.Events;

/// <summary>An event is stored only when a stream or a webhook receives it.</summary>
public sealed class AudienceTests
{
    private const string Admin = "administrator-of-the-tests";

    private static readonly (string, string)[] Guarded =
        [("AUTH_REQUIRED", "true"), ("ADMIN_API_KEY", Admin), ("SESSION_SECRET", "a secret of at least 32 characters, for tests"), .. WebhookApi.Allowed];

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Only_the_types_that_a_webhook_takes_are_stored()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "webhooks");
        var (id, _) = await gateway.WebhookAsync(receiver, key, "batch.completed");

        await HandleAsync(gateway, Messages.Read(1, "uno", isDuplicate: true));
        await HandleAsync(gateway, Messages.Read(2, "dos"));
        await gateway.PublishAsync(Messages.Completed("dos"));
        await gateway.PublishAsync(Messages.Decided("uno"));
        await gateway.PublishAsync(Messages.Completed("uno"));
        await Probe.UntilAsync(() => receiver.All.Any(received => (string?)received.Json["type"] == "batch.completed"));
        await gateway.SendJsonAsync("PATCH", $"/api/webhooks/{id}", new JsonObject { ["eventos"] = new JsonArray("receipt.read") }, key);
        await gateway.PublishAsync(Messages.Read(3, "uno"));
        await Probe.UntilAsync(() => receiver.All.Any(received => (string?)received.Json["type"] == "receipt.read"));

        Assert.Equal([("uno", "batch.completed"), ("uno", "receipt.read")], (await StoredAsync(gateway)).Select(row => (row.Tenant, row.Type)));
        Assert.Equal("recibo-3.png", Files(receiver)[^1]);
    }

    [Fact]
    public async Task An_inactive_webhook_stores_nothing_until_it_is_activated()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await gateway.SendJsonAsync("PATCH", $"/api/webhooks/{id}", new JsonObject { ["activo"] = false });
        await UntilUnwantedAsync(gateway, Tenants.Default);
        await HandleAsync(gateway, Messages.Read(1));

        await gateway.SendJsonAsync("PATCH", $"/api/webhooks/{id}", new JsonObject { ["activo"] = true });
        await gateway.PublishAsync(Messages.Read(30));
        await Probe.UntilAsync(() => receiver.All.Length > 0);

        Assert.Equal(["recibo-30.png"], Files(receiver));
        Assert.Single(await StoredAsync(gateway));
    }

    [Fact]
    public async Task After_a_webhook_is_created_at_one_replica_no_other_one_misses_an_event()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var one = await GatewayApp.StartAsync(Guarded);
        await using var other = await GatewayApp.StartAsync([.. Guarded, .. one.Database]);
        for (var round = 1; round <= 4; round++)
        {
            var tenant = $"tenant-{round}";
            var key = await WebhookEndpointTests.KeyAsync(one, tenant, "webhooks");
            // The other replica reads the audience of this tenant, which is empty.
            await HandleAsync(other, Messages.Read(100 + round, tenant));
            await one.WebhookAsync(receiver, key, "receipt.read");
            await other.PublishAsync(Messages.Read(round, tenant));
        }

        await Probe.UntilAsync(() => Files(receiver).Length == 4);
        Assert.Equal(Enumerable.Range(1, 4).Select(round => $"recibo-{round}.png"), Files(receiver));
    }

    [Fact]
    public async Task After_a_stream_is_opened_at_one_replica_no_other_one_misses_an_event()
    {
        await using var one = await GatewayApp.StartAsync(Guarded);
        await using var other = await GatewayApp.StartAsync([.. Guarded, .. one.Database]);
        for (var round = 1; round <= 4; round++)
        {
            var tenant = $"tenant-{round}";
            var key = await WebhookEndpointTests.KeyAsync(one, tenant, "download_results");
            await HandleAsync(other, Messages.Read(100 + round, tenant));
            await using var stream = await EventStream.OpenAsync(one.Client, "?tipos=receipt.read", key: key);
            await other.PublishAsync(Messages.Read(round, tenant));
            Assert.Equal($"recibo-{round}.png", FileName((await stream.NextAsync())!.Value));
        }
    }

    [Fact]
    public async Task A_stream_can_be_resumed_for_the_documented_time_and_then_has_a_gap()
    {
        await using var gateway = await GatewayApp.StartAsync(null, _time, Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        await HandleAsync(gateway, Messages.Read(1, "uno"));
        var last = await ReadOneAsync(gateway, key, 2, null);

        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        await gateway.PublishAsync(Messages.Read(3, "uno"));
        await using (var resumed = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", last, key))
        {
            var missed = (await resumed.NextAsync())!.Value;
            Assert.Equal(("receipt.read", "recibo-3.png"), (missed.EventType, FileName(missed)));
            last = missed.EventId!;
        }

        // The stream may last an hour. Replicas with slow clocks store for another hour.
        _time.Advance(TimeSpan.FromHours(26) + TimeSpan.FromMinutes(1));
        await UntilUnwantedAsync(gateway, "uno");
        await HandleAsync(gateway, Messages.Read(10, "uno"));
        await using var late = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", last, key);
        Assert.Equal("stream.gap", (await late.NextAsync())!.Value.EventType);
        await gateway.PublishAsync(Messages.Read(30, "uno"));
        Assert.Equal("recibo-30.png", FileName((await late.NextAsync())!.Value));
    }

    [Fact]
    public async Task A_gap_is_found_when_the_events_before_it_were_removed()
    {
        await using var gateway = await GatewayApp.StartAsync(null, _time, Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        var last = await ReadOneAsync(gateway, key, 1, null);
        _time.Advance(TimeSpan.FromHours(27));
        await Probe.UntilAsync(async () => (await AllAsync(gateway)).Count == 0, () =>
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            return Task.CompletedTask;
        });

        // The id of its last event is the last one that was given out.
        await ReadOneAsync(gateway, key, 2, null);
        await using var late = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", last, key);
        Assert.Equal("stream.gap", (await late.NextAsync())!.Value.EventType);
        Assert.Equal("recibo-2.png", FileName((await late.NextAsync())!.Value));
    }

    [Fact]
    public async Task A_gap_is_found_although_an_older_event_is_kept_for_its_delivery()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(null, _time, Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "webhooks");
        await gateway.WebhookAsync(receiver, key, "batch.completed");
        await gateway.PublishAsync(Messages.Completed("uno"));
        await Probe.UntilAsync(() => receiver.All.Length > 0);
        key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        var last = await ReadOneAsync(gateway, key, 1, null);
        // Missed by this client. Another client of the tenant comes later, so that the events are stored all the time.
        await HandleAsync(gateway, Messages.Read(2, "uno"));
        _time.Advance(TimeSpan.FromHours(20));
        await ReadOneAsync(gateway, key, 3, null);
        _time.Advance(TimeSpan.FromHours(5));
        await Probe.UntilAsync(async () => (await AllAsync(gateway)).Count(row => row.Type == "receipt.read") == 1, () =>
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            return Task.CompletedTask;
        });

        await using var late = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", last, key);

        Assert.Equal("batch.completed", (await StoredAsync(gateway))[0].Type);
        Assert.Equal("stream.gap", (await late.NextAsync())!.Value.EventType);
        Assert.Equal("recibo-3.png", FileName((await late.NextAsync())!.Value));
    }

    [Fact]
    public async Task Events_that_were_stored_for_the_administrator_are_no_gap_for_a_tenant()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = await WebhookEndpointTests.KeyAsync(gateway, "uno", "download_results");
        string last;
        await using (var all = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", key: Admin))
        {
            await gateway.PublishAsync(Messages.Read(1, "uno"));
            last = (await all.NextAsync())!.Value.EventId!;
        }

        await gateway.PublishAsync(Messages.Read(2, "uno"));
        await using var own = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", last, key);
        Assert.Equal("recibo-2.png", FileName((await own.NextAsync())!.Value));
    }

    [Fact]
    public async Task A_HEAD_request_stores_nothing()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/events");
        request.Headers.Add("X-API-Key", Admin);
        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var database = await DatabaseAsync(gateway);
        Assert.Equal(0, await database.Listeners.CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upgrade_continues_the_streams_of_the_previous_release(bool hasEvents)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        await using var database = await DatabaseAsync(gateway);
        var migrations = database.GetService<IMigrator>();
        await migrations.MigrateAsync("Webhooks");
        if (hasEvents)
        {
            database.Events.Add(new EventRow { MessageId = "evt_1", Type = "receipt.read", At = Messages.At, StoredAt = Messages.At, RequestId = Messages.Batch, Body = "{}" });
            await database.SaveChangesAsync();
        }

        await migrations.MigrateAsync();

        var listeners = await database.Listeners.AsNoTracking().ToListAsync();
        Assert.Equal(hasEvents ? ["*"] : [], listeners.Select(row => row.Scope));
        Assert.All(listeners, row => Assert.InRange(TimeProvider.System.GetUtcNow() - row.ListenedUntil, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        Assert.All(listeners, row => Assert.Equal((0, row.ListenedUntil), (row.SinceId, row.StartedAt)));
    }

    // Opens a stream, reads one event and closes it; the id of the event.
    private static async Task<string> ReadOneAsync(GatewayApp gateway, string key, int number, string? lastEventId)
    {
        await using var stream = await EventStream.OpenAsync(gateway.Client, "?tipos=receipt.read", lastEventId, key);
        await gateway.PublishAsync(Messages.Read(number, "uno"));
        var item = (await stream.NextAsync())!.Value;
        Assert.Equal($"recibo-{number}.png", FileName(item));
        return item.EventId!;
    }

    // When this returns, the gateway has decided about the message.
    private static Task HandleAsync(GatewayApp gateway, ReceiptProcessed message) =>
        new ReceiptProcessedConsumer(gateway.Services.GetRequiredService<EventIntake>()).HandleAsync(new DirectDelivery(message));

    // An attempt can be repeated on a busy machine.
    private static string[] Files(Receiver receiver) =>
        [.. receiver.All.Select(received => (string?)received.Json["data"]!["filename"]).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    // The gateway decides with what it read up to half a second ago.
    private static Task UntilUnwantedAsync(GatewayApp gateway, string tenant) => Probe.UntilAsync(
        async () => !(await gateway.Services.GetRequiredService<EventAudience>().GetAsync(CancellationToken.None)).Receives(tenant, "receipt.read"));

    private static async Task<IReadOnlyList<EventRow>> StoredAsync(GatewayApp gateway) =>
        [.. (await AllAsync(gateway)).Where(row => row.Type != "stream.start")];

    private static async Task<IReadOnlyList<EventRow>> AllAsync(GatewayApp gateway)
    {
        await using var database = await DatabaseAsync(gateway);
        return await database.Events.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    private static Task<GatewayDbContext> DatabaseAsync(GatewayApp gateway) =>
        gateway.Services.GetRequiredService<IDbContextFactory<GatewayDbContext>>().CreateDbContextAsync();

    private static string FileName(System.Net.ServerSentEvents.SseItem<string> item) => (string)JsonNode.Parse(item.Data)!["data"]!["filename"]!;

    private sealed class DirectDelivery(ReceiptProcessed message) : Delivery<ReceiptProcessed>
    {
        public override ReceiptProcessed Message => message;

        public override DateTime? SentTime => null;

        public override int RetryAttempt => 0;

        public override CancellationToken CancellationToken => CancellationToken.None;

        public override Task PublishAsync<TEvent>(TEvent message) => throw new NotSupportedException();

        public override Task RespondAsync<TResponse>(TResponse response) => throw new NotSupportedException();

        public override Task GiveBackAsync() => throw new NotSupportedException();
    }
}
