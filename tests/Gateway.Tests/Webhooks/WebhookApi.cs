using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing.Webhooks;

namespace Ocr.Gateway.Tests.Webhooks;

/// <summary>Calls of <c>/api/webhooks</c>.</summary>
internal static class WebhookApi
{
    /// <summary>Settings of a gateway that may call receivers of this machine.</summary>
    public static (string Name, string Value)[] Allowed { get; } = [("WEBHOOK_ALLOW", "127.0.0.1, ::1"), ("WEBHOOK_TIMEOUT", "1"), .. GatewayApp.Unlimited];

    public static async Task<(string Id, string Secret)> WebhookAsync(this GatewayApp gateway, Receiver receiver, string? key = null, params string[] events)
    {
        var body = new JsonObject { ["url"] = receiver.Url.ToString() };
        if (events.Length > 0)
        {
            body["eventos"] = new JsonArray([.. events.Select(name => (JsonNode)name)]);
        }

        var created = await gateway.SendJsonAsync("POST", "/api/webhooks", body, key, HttpStatusCode.Created);
        return ((string)created["webhook"]!["id"]!, (string)created["secreto"]!);
    }

    public static async Task<JsonObject> SendJsonAsync(
        this GatewayApp gateway, string method, string path, JsonNode? body = null, string? key = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("X-API-Key", key);
        }

        using var response = await gateway.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{method} {path}: {response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public static async Task<JsonObject[]> DeliveriesAsync(this GatewayApp gateway, string id, string? key = null)
    {
        var answer = await gateway.SendJsonAsync("GET", $"/api/webhooks/{id}/deliveries", key: key);
        return [.. answer["entregas"]!.AsArray().Select(item => item!.AsObject())];
    }

    public static string State(this JsonObject delivery) => (string)delivery["estado"]!;

    public static JsonObject LastAttempt(this JsonObject delivery) => delivery["registro"]!.AsArray()[^1]!.AsObject();
}
