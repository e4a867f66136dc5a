using System.Net.Http.Json;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Tenants;

/// <summary>A client with a key of its tenant.</summary>
internal sealed class TenantKey(Uri address, string key) : IDisposable
{
    private static readonly string[] Permissions = ["process_ocr", "download_results", "review", "clean_system", "webhooks"];

    private readonly Api _api = WithKey(new Api(address), key);

    public Api Api => _api;

    /// <summary>The key itself.</summary>
    public string Key => key;

    /// <summary>Creates a key of a tenant with every permission.</summary>
    public static async Task<TenantKey> CreateAsync(Uri address, string adminKey, string tenant)
    {
        using var admin = new TenantKey(address, adminKey);
        using var response = await admin.Api.Client.PostAsJsonAsync("/api/generate_key", new
        {
            name = $"prueba de {tenant}",
            tenant,
            permissions = Permissions,
        });
        return new TenantKey(address, (await ApiResponse.ReadAsync(response)).Body.Text("api_key"));
    }

    /// <summary>Pending files and results of this client as one text; equal texts mean that nothing changed.</summary>
    public async Task<string> SeenAsync()
    {
        var pending = await _api.GetAsync("/api/files/pending");
        var processed = await _api.GetAsync("/api/files/processed");
        return $"{pending["files"]!.ToJsonString()}{processed["files"]!.ToJsonString()}";
    }

    public void Dispose() => _api.Dispose();

    private static Api WithKey(Api api, string key)
    {
        api.Client.DefaultRequestHeaders.Add("X-API-Key", key);
        return api;
    }
}
