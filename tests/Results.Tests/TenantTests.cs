using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Results.Tests;

/// <summary>Results, batches, claims and statistics belong to the tenant of their batch.</summary>
public sealed class TenantTests : IDisposable
{
    private const string OfOne = "BATCH_20250711_143052_a8f", OfTwo = "BATCH_20250711_143053_b00";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_payment_sent_to_two_tenants_is_no_duplicate()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Of("uno", Messages.Payment(1, OfOne, image: 7)));
        await app.StoreAsync(Of("dos", Messages.Payment(2, OfTwo, image: 7)));
        await app.StoreAsync(Of("dos", Messages.Payment(3, "BATCH_20250711_143054_b01", image: 8)));

        var rows = await app.RowsAsync();
        Assert.Equal([Claims.DuplicateKind.None, Claims.DuplicateKind.None, Claims.DuplicateKind.SameReference], rows.Select(row => row.Duplicate));
        Assert.Equal(rows[1].ReceiptId, rows[2].DuplicateOf);
    }

    [Fact]
    public async Task A_similar_payment_of_another_tenant_is_not_compared()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Of("uno", Messages.Payment(1, OfOne)));
        var similar = (FieldKeys.Referencia, Messages.Field("003039387345"));
        await app.StoreAsync(Of("dos", Messages.Payment(2, OfTwo, fields: similar)));
        await app.StoreAsync(Of("uno", Messages.Payment(3, "BATCH_20250711_143054_b01", fields: similar)));

        Assert.Equal(
            [Claims.DuplicateKind.None, Claims.DuplicateKind.None, Claims.DuplicateKind.SimilarReference], (await app.RowsAsync()).Select(row => row.Duplicate));
    }

    [Fact]
    public async Task The_last_batch_is_that_of_the_tenant()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Of("uno", Messages.Read(batch: OfOne)));
        await app.StoreAsync(Of("dos", Messages.Read(batch: OfTwo)));

        Assert.Equal(OfOne, await LastAsync(app, "uno"));
        Assert.Equal(OfTwo, await LastAsync(app, "dos"));
        Assert.Equal("", await LastAsync(app, "tres"));
        Assert.Equal(OfTwo, await LastAsync(app, TenantScope.All.HeaderValue));
    }

    [Theory]
    [InlineData("/api/ocr/result/{0}_{1}")]
    [InlineData("/api/ocr/result_data/{0}_{1}")]
    [InlineData("/api/ocr/download_json/{0}_{1}")]
    [InlineData("/api/batches/{0}")]
    [InlineData("/api/batches/{0}/download")]
    [InlineData("/api/extract_results?request_id={0}")]
    public async Task Another_tenant_finds_nothing(string path)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Of("uno", Messages.Read(batch: OfOne)));
        var address = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, OfOne, (await app.RowsAsync()).Single().StoredName), UriKind.Relative);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "uno", address));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, TenantScope.All.HeaderValue, address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app, "dos", address));
    }

    [Fact]
    public async Task Lists_and_figures_hold_the_results_of_the_tenant()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Of("uno", Messages.Read(1, 2, OfOne)), Of("uno", Messages.Read(2, 2, OfOne)));

        Assert.Equal((2, 1, 2), await CountsAsync(app, "uno"));
        Assert.Equal((0, 0, 0), await CountsAsync(app, "dos"));
        Assert.Equal((2, 1, 2), await CountsAsync(app, TenantScope.All.HeaderValue));
    }

    private static FieldsExtracted Of(string tenant, FieldsExtracted message) => message with { Batch = message.Batch with { Tenant = tenant } };

    private static async Task<HttpStatusCode> StatusAsync(ResultsApp app, string tenant, Uri path)
    {
        using var client = app.ClientOf(tenant);
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }

    private static async Task<JsonObject> GetAsync(ResultsApp app, string tenant, string path)
    {
        using var client = app.ClientOf(tenant);
        return (await client.GetFromJsonAsync<JsonObject>(new Uri(path, UriKind.Relative)))!;
    }

    private static async Task<string?> LastAsync(ResultsApp app, string tenant) =>
        (string?)(await GetAsync(app, tenant, "/api/extract_results"))["extraccion_completa"]!["request_id"];

    private static async Task<(int Files, int Batches, int Total)> CountsAsync(ResultsApp app, string tenant)
    {
        var scope = tenant == TenantScope.All.HeaderValue ? TenantScope.All : TenantScope.Of(tenant);
        var report = await app.Services.GetServices<IStatusReporter>().Single(reporter => reporter.Section == "results").ReportAsync(scope, CancellationToken.None);
        return (
            (int)(await GetAsync(app, tenant, "/api/files/processed"))["files_processed"]!,
            (int)(await GetAsync(app, tenant, "/api/batches/history"))["total_batches"]!,
            report["total_results"]!.GetValue<int>());
    }
}
