using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Ocr.Gateway.Tests.Events;
using Ocr.Testing;
using Ocr.Testing.Webhooks;

namespace Ocr.Gateway.Tests.Webhooks;

/// <summary>Receivers that are slow, fail or respond incorrectly.</summary>
public sealed class ReceiverTests
{
    public static TheoryData<string, string?, int?> Behaviors => new()
    {
        { "is-silent", "TIEMPO_AGOTADO", null },
        { "fails", "ESTADO_HTTP", 500 },
        { "is-gone", "ESTADO_HTTP", 404 },
        { "redirects", "REDIRECCION", 307 },
        { "breaks-off", "SIN_CONEXION", null },
        { "sends-huge-headers", "SIN_CONEXION", null },
        { "never-ends-its-body", null, 200 },
        { "sends-a-huge-body", null, 200 },
    };

    [Theory, MemberData(nameof(Behaviors))]
    public async Task The_status_within_the_timeout_decides(string behavior, string? error, int? status)
    {
        await using var secret = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        var ended = new TaskCompletionSource();
        receiver.Script = async context =>
        {
            await BehaveAsync(behavior, context, secret);
            ended.TrySetResult();
        };
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");

        await gateway.PublishAsync(Messages.Read());
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is [var one] && one["registro"]!.AsArray().Count > 0);

        var delivery = (await gateway.DeliveriesAsync(id)).Single();
        var attempt = delivery["registro"]!.AsArray()[0]!;
        Assert.Equal((error, status), ((string?)attempt["error"], (int?)attempt["codigo_http"]));
        Assert.Equal(error is null ? "entregado" : "pendiente", delivery.State());
        Assert.InRange((int)attempt["duracion_ms"]!, 0, 5_000);
        Assert.Empty(secret.All);
        // A body without end ends with the connection.
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("https", "127.0.0.1, ::1", "TLS")]
    [InlineData("https", "", "DIRECCION_NO_PERMITIDA")]
    public async Task An_address_that_cannot_be_called_is_in_the_log(string scheme, string allow, string error)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync([.. WebhookApi.Allowed, ("WEBHOOK_ALLOW", allow)]);
        var url = $"{scheme}://localhost:{receiver.Port}/";
        var created = await gateway.SendJsonAsync("POST", "/api/webhooks", new JsonObject { ["url"] = url }, status: HttpStatusCode.Created);
        var id = (string)created["webhook"]!["id"]!;

        await gateway.PublishAsync(Messages.Read());
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is [var one] && one["registro"]!.AsArray().Count > 0);

        Assert.Equal(error, (string?)(await gateway.DeliveriesAsync(id)).Single()["registro"]!.AsArray()[0]!["error"]);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task A_silent_receiver_does_not_delay_another()
    {
        await using var silent = await Receiver.StartAsync();
        silent.Script = static context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using var quick = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync([.. WebhookApi.Allowed, ("WEBHOOK_TIMEOUT", "60")]);
        await gateway.WebhookAsync(silent, events: "receipt.read");
        var (id, _) = await gateway.WebhookAsync(quick, events: "receipt.read");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => gateway.PublishAsync(Messages.Read(number))));
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is { Length: 20 } all && all.All(item => item.State() == "entregado"));

        Assert.Equal(4, silent.All.Length);
        silent.Script = static _ => Task.CompletedTask;
    }

    [Fact]
    public async Task Neither_the_address_nor_the_secret_is_logged()
    {
        using var logs = new CapturedLog();
        await using var receiver = await Receiver.StartAsync();
        receiver.Script = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var gateway = await GatewayApp.StartAsync(logs, [.. WebhookApi.Allowed, ("LOG_LEVEL", "DEBUG")]);
        var (id, secret) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await gateway.PublishAsync(Messages.Read());
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is [var one] && one["registro"]!.AsArray().Count > 0);
        await receiver.EndAsync();
        await gateway.PublishAsync(Messages.Read(2));
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is [var two, _] && two["registro"]!.AsArray().Count > 0);

        Assert.Contains(logs.Lines, line => line.Contains("ESTADO_HTTP", StringComparison.Ordinal));
        Assert.Contains(logs.Lines, line => line.Contains("SIN_CONEXION", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains("clave-en-la-url", StringComparison.Ordinal)
            || line.Contains(secret, StringComparison.Ordinal) || line.Contains($":{receiver.Port}/", StringComparison.Ordinal));
    }

    private static async Task BehaveAsync(string behavior, HttpContext context, Receiver secret)
    {
        var response = context.Response;
        switch (behavior)
        {
            case "is-silent":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "fails":
                response.StatusCode = 500;
                break;
            case "is-gone":
                response.StatusCode = 404;
                break;
            case "redirects":
                response.Redirect(secret.Url.ToString(), permanent: false, preserveMethod: true);
                break;
            case "breaks-off":
                context.Abort();
                break;
            case "sends-huge-headers":
                response.Headers["x-huge"] = new string('a', 64 * 1024);
                break;
            case "never-ends-its-body":
                await response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "sends-a-huge-body":
                var block = new byte[64 * 1024];
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await response.Body.WriteAsync(block, CancellationToken.None);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(behavior));
        }
    }
}
