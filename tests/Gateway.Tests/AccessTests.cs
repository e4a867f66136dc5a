using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

public sealed class AccessTests
{
    private const string Admin = "administrator-of-the-tests";
    private const string Secret = "a secret of at least 32 characters, for tests";

    private static readonly (string, string)[] Guarded =
        [("AUTH_REQUIRED", "true"), ("SESSION_SECRET", Secret), ("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited];

    private static readonly (string, string)[] Open = [("SESSION_SECRET", Secret), ("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited];

    [Fact]
    public async Task A_key_is_shown_once_and_its_use_is_counted()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var created = await CreateAsync(gateway, "process_ocr", "download_results");
        var key = created["api_key"]!.GetValue<string>();
        Assert.Matches("^ocr_[A-Za-z0-9]{32}$", key);
        for (var request = 0; request < 3; request++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "GET", "/api/extract_results", ("X-API-Key", key)));
        }

        using var response = await SendAsync(gateway, "GET", "/api/list_keys", null, ("X-API-Key", Admin));
        var text = await response.Content.ReadAsStringAsync();
        var listed = JsonNode.Parse(text)!["keys"]![0]!;
        Assert.Equal(3, listed["usage_count"]!.GetValue<int>());
        Assert.NotNull(listed["last_used_at"]);
        Assert.True(listed["active"]!.GetValue<bool>());
        Assert.Equal(["process_ocr", "download_results"], listed["permissions"]!.AsArray().Select(item => item!.GetValue<string>()));
        Assert.DoesNotContain(key, text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_store_never_holds_a_key()
    {
        using var data = new TempFolder();
        string key;
        await using (var gateway = await GatewayApp.StartAsync([.. Guarded, ("DATA_DIR", data.Name), ("DATABASE_URL", data.DatabaseUrl)]))
        {
            key = (await CreateAsync(gateway, "process_ocr"))["api_key"]!.GetValue<string>();
        }

        // The last connection moves the write-ahead log into the file.
        SqlitePools.Close(data.Name);
        var store = await File.ReadAllTextAsync(Path.Combine(data.Name, "gateway.db"), System.Text.Encoding.Latin1);
        Assert.Contains(key[..8], store, StringComparison.Ordinal);
        Assert.DoesNotContain(key[8..], store, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/api/generate_key")]
    [InlineData("GET", "/api/list_keys")]
    [InlineData("GET", "/api/audit")]
    [InlineData("DELETE", "/api/revoke_key/1")]
    public async Task Only_the_administrator_manages_keys(string method, string path)
    {
        await using var gateway = await GatewayApp.StartAsync(Open);
        var key = (await CreateAsync(gateway, "process_ocr", "download_results", "clean_system"))["api_key"]!.GetValue<string>();
        await AssertError(gateway, HttpStatusCode.Unauthorized, method, path);
        await AssertError(gateway, HttpStatusCode.Unauthorized, method, path, ("X-API-Key", Admin + "x"));
        await AssertError(gateway, HttpStatusCode.Unauthorized, method, path, ("X-API-Key", key));

        await using var without = await GatewayApp.StartAsync(GatewayApp.Unlimited);
        await AssertError(without, HttpStatusCode.Forbidden, method, path, ("X-API-Key", Admin));
    }

    [Theory]
    [InlineData("""{"permissions": ["process_ocr"]}""", "name")]
    [InlineData("""{"name": " "}""", "name")]
    [InlineData("""{"name": "n8n", "permissions": []}""", "permissions")]
    [InlineData("""{"name": "n8n", "permissions": ["everything"]}""", "permissions")]
    [InlineData("""{"name": "n8n", "role": "owner"}""", "role")]
    [InlineData("""{"name": "n8n", "role": "reader", "permissions": ["review"]}""", "role")]
    [InlineData("""{"name": "n8n", "rate_limits": {"per_minute": -1}}""", "rate_limits")]
    [InlineData("""{"name": "n8n", "rate_limits": {"cost_per_minute": -1}}""", "rate_limits")]
    [InlineData("""{"name": "n8n", "weight": 0}""", "weight")]
    [InlineData("""{"name": "n8n", "weight": 101}""", "weight")]
    public async Task A_wrong_wish_for_a_key_is_refused_by_name(string body, string field)
    {
        await using var gateway = await GatewayApp.StartAsync(Open);
        using var content = new StringContent(body, null, "application/json");
        using var response = await SendAsync(gateway, "POST", "/api/generate_key", content, ("X-API-Key", Admin));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.NotNull(error!["details"]!["field_errors"]![field]);
    }

    [Theory]
    [InlineData("POST", "/api/upload")]
    [InlineData("POST", "/api/secure/upload")]
    [InlineData("POST", "/api/ocr/process_batch")]
    [InlineData("GET", "/api/files/pending")]
    [InlineData("GET", "/api/extract_results")]
    [InlineData("GET", "/API/Extract_Results/")]
    [InlineData("GET", "/api/ocr/result/any")]
    [InlineData("POST", "/api/clean")]
    [InlineData("GET", "/api/status")]
    [InlineData("GET", "/api/metrics")]
    [InlineData("GET", "/api/nowhere")]
    [InlineData("DELETE", "/api/upload")]
    public async Task Requests_without_a_key_are_refused_where_keys_are_required(string method, string path)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);

        using var response = await SendAsync(gateway, method, path, null);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        await AssertError(gateway, HttpStatusCode.Unauthorized, method, path);
        await AssertError(gateway, HttpStatusCode.Unauthorized, method, path, ("X-API-Key", "ocr_" + new string('a', 32)));
    }

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/health/live")]
    [InlineData("/")]
    public async Task Health_and_the_page_need_no_key(string path)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "GET", path));
    }

    [Theory]
    [InlineData("process_ocr", "POST", "/api/upload", "GET", "/api/extract_results")]
    [InlineData("process_ocr", "POST", "/api/ocr/read", "GET", "/api/ocr/download_json/any")]
    [InlineData("process_ocr", "POST", "/api/ocr/process_batch", "GET", "/API/OCR/RESULT/any")]
    [InlineData("process_ocr", "GET", "/api/files/pending", "POST", "/api/clean")]
    [InlineData("download_results", "GET", "/api/extract_results", "POST", "/api/upload")]
    [InlineData("download_results", "GET", "/api/files/processed", "POST", "/api/secure/upload")]
    [InlineData("download_results", "GET", "/api/receipts", "PATCH", "/api/receipts/x")]
    [InlineData("download_results", "GET", "/api/receipts/x/audit", "POST", "/api/receipts/x/decision")]
    [InlineData("download_results", "GET", "/api/draws/20250711/A", "PUT", "/api/draws/20250711/A/cutoff")]
    [InlineData("download_results", "GET", "/api/batches/x", "POST", "/api/batches/x/reread")]
    [InlineData("review", "PATCH", "/api/receipts/x", "GET", "/api/receipts/x")]
    [InlineData("review", "POST", "/API/Receipts/x/reread", "POST", "/api/ocr/process_batch")]
    [InlineData("clean_system", "POST", "/api/clean", "GET", "/api/files/processed/")]
    [InlineData("clean_system", "GET", "/api/status", "POST", "/api/ocr/process_batch")]
    public async Task A_key_is_limited_to_its_permissions(string permission, string method, string path, string otherMethod, string otherPath)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = (await CreateAsync(gateway, permission))["api_key"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, method, path, ("X-API-Key", key)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, method, path, ("Authorization", $"Bearer {key}")));
        await AssertError(gateway, HttpStatusCode.Forbidden, otherMethod, otherPath, ("X-API-Key", key));
    }

    [Theory]
    [InlineData("reader", "download_results")]
    [InlineData("reviewer", "process_ocr download_results review")]
    [InlineData("admin", "process_ocr download_results review clean_system webhooks")]
    public async Task A_key_with_a_role_has_its_permissions(string role, string permissions)
    {
        await using var gateway = await GatewayApp.StartAsync(Open);

        var created = await CreateAsync(gateway, new JsonObject { ["name"] = "Rosa", ["role"] = role });

        Assert.Equal(permissions.Split(' '), created["key"]!["permissions"]!.AsArray().Select(item => item!.GetValue<string>()));
        Assert.Equal(role, created["key"]!["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_revoked_key_and_its_tokens_are_refused_by_every_gateway_immediately()
    {
        await using var first = await GatewayApp.StartAsync(Guarded);
        await using var second = await GatewayApp.StartAsync([.. Guarded, .. first.Database]);
        var created = await CreateAsync(first, "download_results");
        var key = created["api_key"]!.GetValue<string>();
        var token = await TokenAsync(first, key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, "GET", "/api/extract_results", ("X-API-Key", key)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, "GET", "/api/extract_results", ("Authorization", $"Bearer {token}")));

        var id = created["key"]!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "DELETE", $"/api/revoke_key/{id}", ("Authorization", $"Bearer {Admin}")));

        await AssertError(second, HttpStatusCode.Unauthorized, "GET", "/api/extract_results", ("X-API-Key", key));
        await AssertError(second, HttpStatusCode.Unauthorized, "GET", "/api/extract_results", ("Authorization", $"Bearer {token}"));
        await AssertError(second, HttpStatusCode.Unauthorized, "POST", "/api/auth/token", ("X-API-Key", key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "DELETE", $"/api/revoke_key/{id}", ("X-API-Key", Admin)));
        await AssertError(first, HttpStatusCode.NotFound, "DELETE", $"/api/revoke_key/{Guid.NewGuid()}", ("X-API-Key", Admin));
    }

    [Fact]
    public async Task The_secure_upload_requires_a_token_even_where_keys_are_not_required()
    {
        await using var gateway = await GatewayApp.StartAsync(Open);
        var token = await TokenAsync(gateway, (await CreateAsync(gateway, "process_ocr"))["api_key"]!.GetValue<string>());

        await AssertError(gateway, HttpStatusCode.Unauthorized, "POST", "/api/secure/upload");
        await AssertError(gateway, HttpStatusCode.Unauthorized, "POST", "/api/secure/upload", ("Authorization", $"Bearer {token}x"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "POST", "/api/secure/upload", ("Authorization", $"Bearer {token}")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(gateway, "POST", "/api/upload", ("Authorization", "Bearer anything")));
    }

    [Fact]
    public async Task Without_a_secret_no_token_is_issued()
    {
        await using var gateway = await GatewayApp.StartAsync([("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited]);
        var key = (await CreateAsync(gateway, "process_ocr"))["api_key"]!.GetValue<string>();

        await AssertError(gateway, HttpStatusCode.ServiceUnavailable, "POST", "/api/auth/token", ("X-API-Key", key));
    }

    [Theory]
    [InlineData("AUTH_REQUIRED", "true", "SESSION_SECRET")]
    [InlineData("SESSION_SECRET", "thirty-one characters are short", "SESSION_SECRET")]
    [InlineData("ADMIN_API_KEY", "short", "ADMIN_API_KEY")]
    [InlineData("ADMIN_API_KEY", "aaaaaaaaaaaaaaaaaaaaaaaa", "ADMIN_API_KEY")]
    [InlineData("ADMIN_API_KEY", "1234567890123456", "ADMIN_API_KEY")]
    [InlineData("ADMIN_API_KEY", "0123456789abcdefghijklmn", "ADMIN_API_KEY")]
    [InlineData("ADMIN_API_KEY", "k8Jq2mVxk8Jq2mVxk8Jq2mVx", "ADMIN_API_KEY")]
    [InlineData("ADMIN_API_KEY", "my-Password-for-the-receipts", "ADMIN_API_KEY")]
    [InlineData("SESSION_SECRET", "abcabcabcabcabcabcabcabcabcabcabcabc", "SESSION_SECRET")]
    public async Task Refuses_to_start_with_a_weak_secret_without_repeating_it(string setting, string value, string named)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => GatewayApp.StartAsync((setting, value)));

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setting == "AUTH_REQUIRED" ? Secret : $"{value} ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_do_not_see_secrets()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = (await CreateAsync(gateway, "process_ocr"))["api_key"]!.GetValue<string>();
        using var response = await SendAsync(gateway, "GET", "/api/files/pending", null, ("X-API-Key", key), ("Authorization", $"Bearer {key}"));

        var seen = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("X-API-Key", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Authorization", seen, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_key_can_have_its_own_limits_and_is_counted_separately_from_its_address()
    {
        await using var gateway = await GatewayApp.StartAsync(("ADMIN_API_KEY", Admin), ("RATE_LIMIT_BURST", "0"), ("RATE_LIMIT_PER_MINUTE", "4"));
        var wide = (await CreateAsync(gateway, new JsonObject { ["name"] = "wide", ["rate_limits"] = new JsonObject { ["per_minute"] = 9 } }))["api_key"]!.GetValue<string>();
        var usual = (await CreateAsync(gateway, "download_results"))["api_key"]!.GetValue<string>();

        Assert.Equal(9, await PassedAsync(gateway, 12, ("X-API-Key", wide)));
        Assert.Equal(4, await PassedAsync(gateway, 12, ("X-API-Key", usual)));

        // Making the two keys was counted for the administrator, not under the address.
        Assert.Equal(4, await PassedAsync(gateway, 12));
    }

    [Fact]
    public async Task Services_get_the_weight_and_the_cost_budget_of_a_key()
    {
        await using var gateway = await GatewayApp.StartAsync([.. Open, ("RATE_LIMIT_COST_PER_MINUTE", "300")]);
        var created = await CreateAsync(gateway, new JsonObject
        {
            ["name"] = "heavy",
            ["weight"] = 5,
            ["rate_limits"] = new JsonObject { ["cost_per_minute"] = 70 },
        });
        var usual = (await CreateAsync(gateway, "process_ocr"))["api_key"]!.GetValue<string>();
        Assert.Equal(5, (int)created["key"]!["weight"]!);
        Assert.Equal(70, (int)created["key"]!["rate_limits"]!["cost_per_minute"]!);

        Assert.Equal((5, 70), await SeenAsync(gateway, ("X-API-Key", (string)created["api_key"]!)));
        Assert.Equal((1, 300), await SeenAsync(gateway, ("X-API-Key", usual)));
        Assert.Equal((1, 300), await SeenAsync(gateway, (ClientHeaders.Weight, "100"), (ClientHeaders.CostPerMinute, "0")));
    }

    private static async Task<(int Weight, int Cost)> SeenAsync(GatewayApp gateway, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(gateway, "POST", "/api/ocr/process_batch", null, headers);
        var seen = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        return ((int)seen["weight"]!, (int)seen["cost"]!);
    }

    internal static async Task<JsonObject> CreateAsync(GatewayApp gateway, params string[] permissions) =>
        await CreateAsync(gateway, new JsonObject { ["name"] = "test", ["permissions"] = new JsonArray([.. permissions.Select(name => (JsonNode)name)]) });

    internal static async Task<string> TokenAsync(GatewayApp gateway, string key)
    {
        using var response = await SendAsync(gateway, "POST", "/api/auth/token", JsonContent.Create(new { api_key = key }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(("Bearer", 86_400), (answer!["token_type"]!.GetValue<string>(), answer["expires_in"]!.GetValue<int>()));
        return answer["access_token"]!.GetValue<string>();
    }

    internal static async Task<HttpStatusCode> StatusAsync(GatewayApp gateway, string method, string path, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(gateway, method, path, null, headers);
        return response.StatusCode;
    }

    internal static async Task AssertError(
        GatewayApp gateway, HttpStatusCode status, string method, string path, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(gateway, method, path, null, headers);
        Assert.Equal(status, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"], error));
        Assert.EndsWith($"_{(int)status}", error!["error_code"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    internal static async Task<JsonObject> CreateAsync(GatewayApp gateway, JsonObject wanted)
    {
        using var response = await SendAsync(gateway, "POST", "/api/generate_key", JsonContent.Create(wanted), ("X-API-Key", Admin));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task<int> PassedAsync(GatewayApp gateway, int requests, params (string Name, string Value)[] headers)
    {
        var passed = 0;
        for (var request = 0; request < requests; request++)
        {
            passed += await StatusAsync(gateway, "GET", "/api/extract_results", headers) == HttpStatusCode.OK ? 1 : 0;
        }

        return passed;
    }

    internal static async Task<HttpResponseMessage> SendAsync(
        GatewayApp gateway, string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await gateway.Client.SendAsync(request);
    }
}
