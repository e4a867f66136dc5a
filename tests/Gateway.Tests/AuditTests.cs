using System.Net;
using System.Text.Json.Nodes;

namespace Ocr.Gateway.Tests;

/// <summary>The audit trail: actor, action, time and address.</summary>
public sealed class AuditTests
{
    private const string Admin = "administrator-of-the-tests", Secret = "a secret of at least 32 characters, for tests";
    private static readonly (string, string)[] Guarded =
        [("AUTH_REQUIRED", "true"), ("SESSION_SECRET", Secret), ("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited];

    [Fact]
    public async Task Changes_and_exports_are_recorded_with_their_actor_and_without_secrets()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var created = await AccessTests.CreateAsync(gateway, "process_ocr", "download_results", "clean_system");
        var (key, id) = (created["api_key"]!.GetValue<string>(), created["key"]!["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(gateway, "POST", "/api/clean", ("X-API-Key", key)));
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(gateway, "GET", "/api/extract_results?format=csv", ("X-API-Key", key)));
        await AccessTests.StatusAsync(gateway, "GET", "/api/extract_results", ("X-API-Key", key)); // no event: every client polls it
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(gateway, "DELETE", $"/api/revoke_key/{id}", ("X-API-Key", Admin)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AccessTests.StatusAsync(gateway, "POST", "/api/clean", ("X-API-Key", key)));

        var text = await TextAsync(gateway, "/api/audit");
        var events = JsonNode.Parse(text)!["eventos"]!.AsArray();
        Assert.Equal(
            ["key_rechazada anonymous 401", "key_revocada admin 200", "exportacion test 200", "limpieza test 200", "key_creada admin 201"],
            events.Select(item => $"{item!["accion"]} {item["actor"]} {item["codigo_http"]}"));
        Assert.All(events, item => Assert.Equal("127.0.0.1", item!["direccion"]!.GetValue<string>()));
        Assert.Equal(id, events[3]!["key_id"]!.GetValue<string>());
        Assert.Equal($"DELETE /api/revoke_key/{id}", events[1]!["objeto"]!.GetValue<string>());
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Admin, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/list_keys", "ocr_wrong")]
    [InlineData("POST", "/api/auth/token", "ocr_wrong")]
    [InlineData("GET", "/api/extract_results", "a.forged.token")]
    public async Task A_key_that_is_refused_is_recorded(string method, string path, string credential)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        Assert.Equal(HttpStatusCode.Unauthorized, await AccessTests.StatusAsync(gateway, method, path, ("X-API-Key", credential)));

        var recorded = JsonNode.Parse(await TextAsync(gateway, "/api/audit"))!["eventos"]!.AsArray().Single()!;
        Assert.Equal(("key_rechazada", $"{method} {path}"), (recorded["accion"]!.GetValue<string>(), recorded["objeto"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_audit_trail_is_paged_and_requires_the_administrator()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = (await AccessTests.CreateAsync(gateway, "clean_system"))["api_key"]!.GetValue<string>();
        await AccessTests.AssertError(gateway, HttpStatusCode.Unauthorized, "GET", "/api/audit", ("X-API-Key", key));
        Assert.Equal(HttpStatusCode.BadRequest, await AccessTests.StatusAsync(gateway, "GET", "/api/audit?limit=0", ("X-API-Key", Admin)));

        var page = JsonNode.Parse(await TextAsync(gateway, "/api/audit?limit=1&offset=1"))!;
        Assert.Equal("key_creada", page["eventos"]!.AsArray().Single()!["accion"]!.GetValue<string>());
        Assert.False(page["has_more"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Guessed_keys_do_not_lock_out_the_administrator_at_the_same_address()
    {
        await using var gateway = await GatewayApp.StartAsync(
            ("AUTH_REQUIRED", "true"), ("SESSION_SECRET", Secret), ("ADMIN_API_KEY", Admin), ("RATE_LIMIT_BURST", "0"), ("RATE_LIMIT_PER_MINUTE", "5"));
        HttpStatusCode last = default;
        for (var guess = 0; guess < 20; guess++)
        {
            last = await AccessTests.StatusAsync(gateway, "GET", "/api/list_keys", ("X-API-Key", $"guess-number-{guess}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(gateway, "GET", "/api/list_keys", ("X-API-Key", Admin)));
    }

    private static async Task<string> TextAsync(GatewayApp gateway, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-API-Key", Admin);
        using var response = await gateway.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
