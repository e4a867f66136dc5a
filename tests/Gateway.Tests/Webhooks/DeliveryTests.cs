using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Gateway.Data;
using Ocr.Gateway.Tests.Events;
using Ocr.Gateway.Webhooks;
using Ocr.Persistence;
using Ocr.Testing;
using Ocr.Testing.Webhooks;

namespace Ocr.Gateway.Tests.Webhooks;

/// <summary>Deliveries of events to a receiver on a real port.</summary>
public sealed class DeliveryTests
{
    // The package refuses timestamps that differ from the real time by more than five minutes.
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Every_event_arrives_signed_with_the_keys_of_the_individual_JSON()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var (_, secret) = await gateway.WebhookAsync(receiver);

        await gateway.PublishAsync(Messages.Read(isDuplicate: true));
        await gateway.PublishAsync(Messages.Completed());
        await gateway.PublishAsync(Messages.Decided());
        await Probe.UntilAsync(() => receiver.All.Length == 4);

        Assert.All(receiver.All, received => Assert.True(received.IsSignedWith(secret)));
        Assert.All(receiver.All, received => Assert.Equal("application/json; charset=utf-8", received.Headers.ContentType));
        var events = receiver.All.ToDictionary(received => (string)received.Json["type"]!, received => received.Json);
        Assert.Equal(["batch.completed", "receipt.duplicate", "receipt.read", "review.decided"], events.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2025-07-11T14:00:01.240Z", (string?)events["receipt.read"]["timestamp"]);
        var read = events["receipt.read"]["data"]!;
        Assert.Equal(("recibo-1.png", "1200.00", "rechazar", "José"), (
            (string?)read["filename"], (string?)read["extracted_fields"]!["monto"], (string?)read["decision"]!["valor"], (string?)read["metadata_whatsapp"]!["nombre"]));
        Assert.Equal(("success", "recibo-0.png"), ((string?)read["status"], (string?)read["duplicado_de"]!["nombre_archivo"]));
        Assert.Equal(read.ToJsonString(), events["receipt.duplicate"]["data"]!.ToJsonString());
        Assert.Equal((3, 2, 1), (
            (int)events["batch.completed"]["data"]!["total_archivos"]!, (int)events["batch.completed"]["data"]!["archivos_exitosos"]!,
            (int)events["batch.completed"]["data"]!["archivos_con_error"]!));
        Assert.Equal(("aceptar", "revisora"), ((string?)events["review.decided"]["data"]!["decision"], (string?)events["review.decided"]["data"]!["por"]));
    }

    [Fact]
    public async Task A_message_that_arrives_again_is_sent_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => gateway.PublishAsync(Messages.Read(number % 3))));
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is { Length: 3 } all && all.All(item => item.State() == "entregado"));

        Assert.Equal(3, receiver.All.Length);
        Assert.Equal(3, receiver.All.Select(received => received.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_receiver_that_was_down_for_a_minute_gets_the_event_correctly_signed()
    {
        await using var receiver = await Receiver.StartAsync();
        await receiver.EndAsync();
        await using var gateway = await GatewayApp.StartAsync(null, _time, WebhookApi.Allowed);
        var (id, secret) = await gateway.WebhookAsync(receiver, events: "receipt.read");

        await gateway.PublishAsync(Messages.Read());
        await PassAsync(gateway, id, TimeSpan.FromMinutes(1), delivery => delivery["registro"]!.AsArray().Count >= 3);
        Assert.Equal("SIN_CONEXION", (string?)(await gateway.DeliveriesAsync(id)).Single().LastAttempt()["error"]);
        await receiver.ListenAsync();
        await PassAsync(gateway, id, TimeSpan.FromMinutes(3), delivery => delivery.State() == "entregado");

        var received = Assert.Single(receiver.All);
        Assert.True(received.IsSignedWith(secret));
        Assert.False(received.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32])));
        Assert.Equal((string?)(await gateway.DeliveriesAsync(id)).Single()["evento_id"], received.Id);
    }

    [Fact]
    public async Task A_delivery_that_fails_for_a_day_is_given_up_and_can_be_replayed()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Script = static context => Fail(context, 500);
        await using var gateway = await GatewayApp.StartAsync(null, _time, WebhookApi.Allowed);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await gateway.PublishAsync(Messages.Read());
        await gateway.PublishAsync(Messages.Read(2));
        await Probe.UntilAsync(
            async () => (await gateway.DeliveriesAsync(id)) is { Length: 2 } all && all.All(item => item.State() == "fallido"),
            () => Pass(TimeSpan.FromMinutes(20)));

        Assert.InRange(receiver.All.Length, 2 * 6, 2 * 14);
        Assert.Equal(2, receiver.All.Select(received => received.Id).Distinct().Count());
        var dead = (await gateway.DeliveriesAsync(id))[0];
        Assert.Equal((500, "ESTADO_HTTP"), ((int)dead.LastAttempt()["codigo_http"]!, (string?)dead.LastAttempt()["error"]));
        Assert.Equal(2, (int)(await gateway.SendJsonAsync("GET", $"/api/webhooks/{id}"))["webhook"]!["entregas_fallidas"]!);

        receiver.Script = static _ => Task.CompletedTask;
        var before = receiver.All.Length;
        Assert.Equal(1, (int)(await gateway.SendJsonAsync("POST", $"/api/webhooks/{id}/deliveries/{dead["id"]}/replay"))["entregas"]!);
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id))[0].State() == "entregado");
        Assert.Equal((string?)dead["evento_id"], receiver.All[before].Id);

        Assert.Equal(1, (int)(await gateway.SendJsonAsync("POST", $"/api/webhooks/{id}/replay"))["entregas"]!);
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)).All(item => item.State() == "entregado"));
        Assert.Equal(before + 2, receiver.All.Length);
    }

    [Fact]
    public async Task A_delivery_that_was_taken_by_a_process_that_ended_is_sent_after_its_lease()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(null, _time, WebhookApi.Allowed);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await gateway.SendJsonAsync("PATCH", $"/api/webhooks/{id}", new JsonObject { ["activo"] = false });
        await using (var database = await DatabaseAsync(gateway))
        {
            // Stored while the webhook was active, and not sent yet.
            var (webhook, now) = (await database.Webhooks.AsNoTracking().SingleAsync(), _time.GetUtcMilliseconds());
            var stored = new EventRow
            {
                MessageId = "evt_1",
                Type = "receipt.read",
                At = Messages.At,
                StoredAt = now,
                RequestId = Messages.Batch,
                Body = "{}",
            };
            database.Deliveries.Add(Deliveries.New(webhook, stored, now));
            await database.SaveChangesAsync();
        }

        Assert.Single(await gateway.Services.GetRequiredService<Deliveries>().TakeAsync(Guid.Parse(id), 10, CancellationToken.None));
        Assert.Empty(await gateway.Services.GetRequiredService<Deliveries>().TakeAsync(Guid.Parse(id), 10, CancellationToken.None));
        await gateway.SendJsonAsync("PATCH", $"/api/webhooks/{id}", new JsonObject { ["activo"] = true });
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(await gateway.Services.GetRequiredService<Deliveries>().DueAsync(CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(10));

        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)).Single().State() == "entregado");
        Assert.Equal(2, (int)(await gateway.DeliveriesAsync(id)).Single()["intentos"]!);
    }

    [Fact]
    public async Task Two_replicas_send_each_event_once()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var one = await GatewayApp.StartAsync(WebhookApi.Allowed);
        await using var other = await GatewayApp.StartAsync([.. WebhookApi.Allowed, .. one.Database]);
        var (id, _) = await one.WebhookAsync(receiver, events: "receipt.read");

        // Both replicas receive every message, like a message that is delivered twice.
        await Task.WhenAll(Enumerable.Range(0, 60).SelectMany(number => new[] { one.PublishAsync(Messages.Read(number)), other.PublishAsync(Messages.Read(number)) }));
        await Probe.UntilAsync(async () => (await other.DeliveriesAsync(id)) is { Length: 60 } all && all.All(item => item.State() == "entregado"));

        Assert.Equal(60, receiver.All.Length);
        Assert.Equal(60, receiver.All.Select(received => received.Id).Distinct().Count());
    }

    [Fact]
    public async Task Old_events_and_deliveries_are_removed_and_those_that_can_be_sent_are_kept()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(null, _time, [.. WebhookApi.Allowed, ("WEBHOOK_RETENTION_DAYS", "2")]);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await (await EventStream.OpenAsync(gateway.Client)).DisposeAsync();
        await gateway.PublishAsync(Messages.Read());
        await gateway.PublishAsync(Messages.Completed());
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is [var one] && one.State() == "entregado");
        // The start of the stream, the result, the progress and the end of the batch.
        await Probe.UntilAsync(async () => await CountAsync(gateway) == 4);

        _time.Advance(TimeSpan.FromHours(25));
        // The event of the delivery stays for a replay.
        await Probe.UntilAsync(async () => await CountAsync(gateway) == 1, () => Pass(TimeSpan.FromMinutes(10)));
        _time.Advance(TimeSpan.FromDays(2));
        await Probe.UntilAsync(async () => await CountAsync(gateway) == 0, () => Pass(TimeSpan.FromMinutes(10)));
        Assert.Empty(await gateway.DeliveriesAsync(id));
    }

    private static async Task<int> CountAsync(GatewayApp gateway)
    {
        await using var database = await DatabaseAsync(gateway);
        return await database.Events.CountAsync();
    }

    private static Task<GatewayDbContext> DatabaseAsync(GatewayApp gateway) =>
        gateway.Services.GetRequiredService<IDbContextFactory<GatewayDbContext>>().CreateDbContextAsync();

    private static Task Fail(Microsoft.AspNetCore.Http.HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Task Pass(TimeSpan span)
    {
        _time.Advance(span);
        return Task.CompletedTask;
    }

    // A second at a time, for at most a span, until the one delivery is as expected.
    private async Task PassAsync(GatewayApp gateway, string id, TimeSpan max, Func<JsonObject, bool> isExpected)
    {
        var left = max;
        await Probe.UntilAsync(
            async () => (await gateway.DeliveriesAsync(id)) is [var delivery] && isExpected(delivery),
            () =>
            {
                left -= TimeSpan.FromSeconds(1);
                Assert.True(left > TimeSpan.Zero, $"not within {max}");
                return Pass(TimeSpan.FromSeconds(1));
            });
    }
}
