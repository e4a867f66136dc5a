using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Ocr.Gateway.Tests.Events;
using Ocr.Testing;
using Ocr.Testing.Webhooks;

namespace Ocr.Gateway.Tests.Webhooks;

/// <summary>The endpoints that manage webhooks.</summary>
public sealed class WebhookEndpointTests
{
    private const string Admin = "administrator-of-the-tests";

    private static readonly (string, string)[] Guarded = [("AUTH_REQUIRED", "true"), ("ADMIN_API_KEY", Admin), ("SESSION_SECRET", "a secret of at least 32 characters, for tests"), .. WebhookApi.Allowed];

    [Fact]
    public async Task A_webhook_is_created_changed_and_removed_and_shows_its_secret_once()
    {
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var body = new JsonObject { ["url"] = "https://ejemplo.com/recibos", ["eventos"] = new JsonArray("receipt.read"), ["descripcion"] = " bot " };
        var created = await gateway.SendJsonAsync("POST", "/api/webhooks", body, status: HttpStatusCode.Created);
        var (id, secret) = ((string)created["webhook"]!["id"]!, (string)created["secreto"]!);
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.Equal("bot", (string?)created["webhook"]!["descripcion"]);

        var list = await gateway.SendJsonAsync("GET", "/api/webhooks");
        Assert.Equal(1, (int)list["total"]!);
        Assert.Equal(created["webhook"]!.ToJsonString(), list["webhooks"]![0]!.ToJsonString());
        Assert.DoesNotContain(secret[6..], list.ToJsonString(), StringComparison.Ordinal);

        var changed = await gateway.SendJsonAsync(
            "PATCH", $"/api/webhooks/{id}", new JsonObject { ["activo"] = false, ["eventos"] = new JsonArray("batch.completed", "review.decided") });
        Assert.False((bool)changed["webhook"]!["activo"]!);
        Assert.Equal("""["batch.completed","review.decided"]""", changed["webhook"]!["eventos"]!.ToJsonString());
        Assert.Equal("https://ejemplo.com/recibos", (string?)changed["webhook"]!["url"]);

        await gateway.SendJsonAsync("DELETE", $"/api/webhooks/{id}");
        await gateway.SendJsonAsync("GET", $"/api/webhooks/{id}", status: HttpStatusCode.NotFound);
        await gateway.SendJsonAsync("DELETE", $"/api/webhooks/{id}", status: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_webhook_with_deliveries_is_removed_with_them()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var (id, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await gateway.PublishAsync(Messages.Read());
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id)) is [var one] && one.State() == "entregado");

        await gateway.SendJsonAsync("DELETE", $"/api/webhooks/{id}");
        await gateway.SendJsonAsync("GET", $"/api/webhooks/{id}/deliveries", status: HttpStatusCode.NotFound);
        var (other, _) = await gateway.WebhookAsync(receiver, events: "receipt.read");
        await gateway.PublishAsync(Messages.Read(3));
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(other)) is [_]);
        await Probe.UntilAsync(() => receiver.All.Length == 2);
    }

    [Theory]
    [InlineData("""{}""", "url")]
    [InlineData("""{"url": "ejemplo"}""", "url")]
    [InlineData("""{"url": "http://8.8.8.8/"}""", "url")]
    [InlineData("""{"url": "https://10.0.0.1/"}""", "url")]
    [InlineData("""{"url": "https://169.254.169.254/"}""", "url")]
    [InlineData("""{"url": "https://u:p@ejemplo.com/"}""", "url")]
    [InlineData("""{"url": "https://ejemplo.com/", "eventos": []}""", "eventos")]
    [InlineData("""{"url": "https://ejemplo.com/", "eventos": ["batch.progress"]}""", "eventos")]
    [InlineData("""{"url": "https://ejemplo.com/", "descripcion": "a\nb"}""", "descripcion")]
    public async Task A_wrong_field_is_named(string body, string field)
    {
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var error = await gateway.SendJsonAsync("POST", "/api/webhooks", JsonNode.Parse(body), status: HttpStatusCode.BadRequest);
        Assert.NotNull(error["details"]!["field_errors"]![field]);
    }

    [Fact]
    public async Task A_tenant_has_a_maximum_number_of_webhooks()
    {
        await using var gateway = await GatewayApp.StartAsync(WebhookApi.Allowed);
        var body = new JsonObject { ["url"] = "https://ejemplo.com/" };
        for (var count = 0; count < 20; count++)
        {
            await gateway.SendJsonAsync("POST", "/api/webhooks", body, status: HttpStatusCode.Created);
        }

        await gateway.SendJsonAsync("POST", "/api/webhooks", body, status: HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_until_the_overlap_ends()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(null, time, WebhookApi.Allowed);
        var (id, old) = await gateway.WebhookAsync(receiver, events: "receipt.read");

        var rotated = await gateway.SendJsonAsync("POST", $"/api/webhooks/{id}/rotate_secret", new JsonObject { ["horas_de_solape"] = 1 });
        var current = (string)rotated["secreto"]!;
        Assert.NotNull((string?)rotated["webhook"]!["secreto_anterior_hasta"]);
        await gateway.PublishAsync(Messages.Read());
        await Probe.UntilAsync(() => receiver.All.Length == 1);
        Assert.True(receiver.All[0].IsSignedWith(old) && receiver.All[0].IsSignedWith(current));

        time.Advance(TimeSpan.FromMinutes(61));
        await gateway.PublishAsync(Messages.Read(2));
        await Probe.UntilAsync(() => receiver.All.Length == 2);
        Assert.Single(receiver.All[1].Headers["webhook-signature"].ToString().Split(' '));
        Assert.Null((string?)(await gateway.SendJsonAsync("GET", $"/api/webhooks/{id}"))["webhook"]!["secreto_anterior_hasta"]);

        await gateway.SendJsonAsync("POST", $"/api/webhooks/{id}/rotate_secret", new JsonObject { ["horas_de_solape"] = 169 }, status: HttpStatusCode.BadRequest);
        var again = await gateway.SendJsonAsync("POST", $"/api/webhooks/{id}/rotate_secret", new JsonObject { ["horas_de_solape"] = 0 });
        Assert.Null((string?)again["webhook"]!["secreto_anterior_hasta"]);
    }

    [Fact]
    public async Task A_tenant_gets_its_own_events_and_sees_its_own_webhooks()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var (one, other) = (await KeyAsync(gateway, "uno", "webhooks"), await KeyAsync(gateway, "dos", "webhooks"));
        var (id, _) = await gateway.WebhookAsync(receiver, one, "receipt.read");

        await gateway.PublishAsync(Messages.Read(1, "dos"));
        await gateway.PublishAsync(Messages.Read(2, "uno"));
        await Probe.UntilAsync(async () => (await gateway.DeliveriesAsync(id, one)) is [var delivered] && delivered.State() == "entregado");
        Assert.Equal("recibo-2.png", (string?)Assert.Single(receiver.All).Json["data"]!["filename"]);

        var delivery = (string)(await gateway.DeliveriesAsync(id, one)).Single()["id"]!.ToString();
        Assert.Equal(0, (int)(await gateway.SendJsonAsync("GET", "/api/webhooks", key: other))["total"]!);
        foreach (var (method, path) in new[]
        {
            ("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/rotate_secret"), ("GET", "/deliveries"), ("POST", "/replay"), ("POST", $"/deliveries/{delivery}/replay"),
        })
        {
            await gateway.SendJsonAsync(method, $"/api/webhooks/{id}{path}", method == "PATCH" ? new JsonObject() : null, other, HttpStatusCode.NotFound);
        }

        Assert.Equal(1, (int)(await gateway.SendJsonAsync("GET", "/api/webhooks", key: Admin))["total"]!);
        Assert.Single(await gateway.DeliveriesAsync(id, Admin));
    }

    [Fact]
    public async Task A_key_needs_the_permission()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var without = await KeyAsync(gateway, "uno", "process_ocr", "download_results", "clean_system");

        var error = await gateway.SendJsonAsync("GET", "/api/webhooks", key: without, status: HttpStatusCode.Forbidden);
        Assert.Contains("webhooks", (string)error["details"]!, StringComparison.Ordinal);
        await gateway.SendJsonAsync("GET", "/api/webhooks", status: HttpStatusCode.Unauthorized);
    }

    internal static async Task<string> KeyAsync(GatewayApp gateway, string tenant, params string[] permissions)
    {
        var wanted = new JsonObject { ["name"] = "test", ["tenant"] = tenant, ["permissions"] = new JsonArray([.. permissions.Select(name => (JsonNode)name)]) };
        return (string)(await gateway.SendJsonAsync("POST", "/api/generate_key", wanted, Admin, HttpStatusCode.Created))["api_key"]!;
    }
}
