using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Tests;

/// <summary>The tenant header of forwarded requests.</summary>
public sealed class TenantTests
{
    private const string Admin = "administrator-of-the-tests", Secret = "a secret of at least 32 characters, for tests";

    private static readonly (string, string)[] Guarded =
        [("AUTH_REQUIRED", "true"), ("SESSION_SECRET", Secret), ("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited];

    [Fact]
    public async Task A_request_belongs_to_the_tenant_of_its_key_and_of_its_token()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var one = await KeyAsync(gateway, "loteria-uno");
        var same = await KeyAsync(gateway, "loteria-uno");
        var usual = await KeyAsync(gateway, null);

        Assert.Equal("loteria-uno", await TenantAsync(gateway, ("X-API-Key", one)));
        Assert.Equal("loteria-uno", await TenantAsync(gateway, ("X-API-Key", same)));
        Assert.Equal("principal", await TenantAsync(gateway, ("X-API-Key", usual)));
        Assert.Equal("loteria-uno", await TenantAsync(gateway, ("Authorization", $"Bearer {await AccessTests.TokenAsync(gateway, one)}")));
    }

    [Fact]
    public async Task The_administrator_acts_for_all()
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);

        Assert.Equal("*", await TenantAsync(gateway, ("X-API-Key", Admin)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("loteria-dos")]
    public async Task No_client_chooses_its_tenant(string wanted)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);
        var key = await KeyAsync(gateway, "loteria-uno");

        Assert.Equal("loteria-uno", await TenantAsync(gateway, ("X-API-Key", key), (TenantScope.Header, wanted)));
    }

    [Fact]
    public async Task Without_keys_there_is_one_tenant()
    {
        await using var gateway = await GatewayApp.StartAsync([("SESSION_SECRET", Secret), ("ADMIN_API_KEY", Admin), .. GatewayApp.Unlimited]);
        var key = await KeyAsync(gateway, "loteria-uno");

        Assert.Equal("principal", await TenantAsync(gateway));
        Assert.Equal("principal", await TenantAsync(gateway, (TenantScope.Header, "loteria-uno")));
        Assert.Equal("principal", await TenantAsync(gateway, ("X-API-Key", key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("Loteria")]
    [InlineData("-uno")]
    [InlineData("lotería")]
    [InlineData("una loteria")]
    [InlineData("a123456789012345678901234567890123456789x")]
    public async Task A_wrong_name_of_a_tenant_is_refused_with_the_field(string tenant)
    {
        await using var gateway = await GatewayApp.StartAsync(Guarded);

        using var response = await AccessTests.SendAsync(
            gateway, "POST", "/api/generate_key", JsonContent.Create(new { name = "test", tenant }), ("X-API-Key", Admin));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.NotNull(error!["details"]!["field_errors"]!["tenant"]);
    }

    private static async Task<string> KeyAsync(GatewayApp gateway, string? tenant)
    {
        var wanted = new JsonObject { ["name"] = "test" };
        if (tenant is not null)
        {
            wanted["tenant"] = tenant;
        }

        var created = await AccessTests.CreateAsync(gateway, wanted);
        Assert.Equal(tenant ?? "principal", (string?)created["key"]!["tenant"]);
        return (string)created["api_key"]!;
    }

    private static async Task<string?> TenantAsync(GatewayApp gateway, params (string Name, string Value)[] headers)
    {
        using var response = await AccessTests.SendAsync(gateway, "POST", "/api/ocr/process_batch", null, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["tenant"];
    }
}
