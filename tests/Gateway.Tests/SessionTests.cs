using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ocr.Gateway.Tests;

/// <summary>A key is exchanged for a browser session with the permissions and the validity of the key.</summary>
public sealed class SessionTests
{
    private const string Admin = "administrator-of-the-tests";
    private const string Path = "/api/auth/session";

    private static readonly (string, string)[] Guarded =
        [("AUTH_REQUIRED", "true"), ("SESSION_SECRET", "a secret of at least 32 characters, for tests"), ("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited];

    [Fact]
    public async Task A_session_has_the_permissions_of_its_key_at_every_gateway_until_the_key_is_revoked()
    {
        await using var first = await GatewayApp.StartAsync(Guarded);
        await using var second = await GatewayApp.StartAsync([.. Guarded, .. first.Database]);
        var created = await AccessTests.CreateAsync(first, new JsonObject { ["name"] = "Rosa", ["role"] = "reviewer" });
        var session = await OpenAsync(first, created["api_key"]!.GetValue<string>());

        var seen = await SeenAsync(second, session);
        Assert.Equal(("Rosa", "reviewer", true), (seen["name"]!.GetValue<string>(), seen["role"]!.GetValue<string>(), seen["signed_in"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(second, "POST", "/api/receipts/x/decision", ("Cookie", session)));
        Assert.Equal(HttpStatusCode.Forbidden, await AccessTests.StatusAsync(second, "POST", "/api/clean", ("Cookie", session)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AccessTests.StatusAsync(second, "GET", "/api/list_keys", ("Cookie", session)));

        var id = created["key"]!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(first, "DELETE", $"/api/revoke_key/{id}", ("X-API-Key", Admin)));
        await AccessTests.AssertError(second, HttpStatusCode.Unauthorized, "GET", "/api/receipts", ("Cookie", session));
        Assert.False((await SeenAsync(second, session))["signed_in"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Scripts_cannot_read_the_cookie_and_other_sites_cannot_send_it()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        using var response = await PostAsync(gateway, Admin);

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/api", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Admin, cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_page_of_another_port_of_the_same_host_cannot_use_the_session(string method)
    {
        // SameSite counts ports and subdomains of a host as one site. An origin that CORS admits may send keys, not cookies.
        await using var gateway = await GatewayApp.StartAsync([.. Guarded, ("CORS_ORIGINS", "http://127.0.0.1:1")]);
        var session = await OpenAsync(gateway, Admin);
        var path = method == "GET" ? "/api/receipts" : "/api/receipts/x/decision";

        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(gateway, method, path, ("Cookie", session)));
        Assert.Equal(HttpStatusCode.Unauthorized, await AccessTests.StatusAsync(gateway, method, path, ("Cookie", session), ("Origin", "http://127.0.0.1:1")));
    }

    [Fact]
    public async Task The_administrator_manages_keys_with_a_session_that_ends_with_the_key()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var session = await OpenAsync(gateway, Admin);
        Assert.True((await SeenAsync(gateway, session))["is_admin"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, await AccessTests.StatusAsync(gateway, "GET", "/api/list_keys", ("Cookie", session)));

        await using var changed = await GatewayApp.StartAsync([.. Guarded, ("ADMIN_API_KEY", "another-administrator-of-tests")]);
        await AccessTests.AssertError(changed, HttpStatusCode.Unauthorized, "GET", "/api/list_keys", ("Cookie", session));
    }

    [Fact]
    public async Task A_session_is_not_accepted_as_a_token_nor_a_token_as_a_session()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = (await AccessTests.CreateAsync(gateway, "download_results"))["api_key"]!.GetValue<string>();
        var session = await OpenAsync(gateway, key);
        var token = await AccessTests.TokenAsync(gateway, key);

        await AccessTests.AssertError(gateway, HttpStatusCode.Unauthorized, "GET", "/api/receipts", ("Authorization", $"Bearer {session.Split('=', 2)[1]}"));
        await AccessTests.AssertError(gateway, HttpStatusCode.Unauthorized, "GET", "/api/receipts", ("Cookie", $"ocr_session={token}"));
        await AccessTests.AssertError(gateway, HttpStatusCode.Unauthorized, "GET", "/api/receipts", ("Cookie", session + "x"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("ocr_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", HttpStatusCode.Unauthorized)]
    [InlineData("anything", HttpStatusCode.Unauthorized)]
    public async Task A_wrong_key_opens_no_session_and_is_recorded(string key, HttpStatusCode status)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        using var response = await PostAsync(gateway, key);

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        using var trail = await AccessTests.SendAsync(gateway, "GET", "/api/audit", null, ("X-API-Key", Admin));
        var actions = (await trail.Content.ReadFromJsonAsync<JsonObject>())!["eventos"]!.AsArray().Select(item => item!["accion"]!.GetValue<string>());
        Assert.Equal(status == HttpStatusCode.Unauthorized, actions.Contains("key_rechazada"));
    }

    [Fact]
    public async Task Signing_in_is_recorded_with_the_person_and_signing_out_removes_the_cookie()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = (await AccessTests.CreateAsync(gateway, new JsonObject { ["name"] = "Sol", ["role"] = "reader" }))["api_key"]!.GetValue<string>();
        var session = await OpenAsync(gateway, key);
        using var trail = await AccessTests.SendAsync(gateway, "GET", "/api/audit?limit=1", null, ("X-API-Key", Admin));
        var recorded = (await trail.Content.ReadFromJsonAsync<JsonObject>())!["eventos"]![0]!;
        Assert.Equal(("entrada", "Sol"), (recorded["accion"]!.GetValue<string>(), recorded["actor"]!.GetValue<string>()));

        using var closed = await AccessTests.SendAsync(gateway, "DELETE", Path, null, ("Cookie", session));
        Assert.StartsWith("ocr_session=; expires=Thu, 01 Jan 1970", closed.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_system_reports_that_it_is_open_and_offers_no_session_without_a_secret()
    {
        await using var gateway = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        var seen = await SeenAsync(gateway, "x=y");
        using var refused = await PostAsync(gateway, "ocr_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");

        Assert.Equal((false, false, false), (seen["auth_required"]!.GetValue<bool>(), seen["can_sign_in"]!.GetValue<bool>(), seen["signed_in"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    [Fact]
    public async Task Services_do_not_see_the_session()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var session = await OpenAsync(gateway, (await AccessTests.CreateAsync(gateway, "process_ocr"))["api_key"]!.GetValue<string>());
        using var response = await AccessTests.SendAsync(gateway, "GET", "/api/files/pending", null, ("Cookie", session));

        Assert.DoesNotContain("Cookie", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> OpenAsync(GatewayApp gateway, string key)
    {
        using var response = await PostAsync(gateway, key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static Task<HttpResponseMessage> PostAsync(GatewayApp gateway, string key) =>
        AccessTests.SendAsync(gateway, "POST", Path, JsonContent.Create(new { api_key = key }));

    private static async Task<JsonObject> SeenAsync(GatewayApp gateway, string session)
    {
        using var response = await AccessTests.SendAsync(gateway, "GET", Path, null, ("Cookie", session));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
