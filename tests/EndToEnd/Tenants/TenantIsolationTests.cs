using System.Net;
using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Tenants;

/// <summary>A second tenant sees, processes and removes nothing of the first, through any endpoint of the OpenAPI document.</summary>
public sealed class TenantIsolationTests(TwoTenants two) : IClassFixture<TwoTenants>
{
    private static readonly string[] Operations = [.. ApiDescription.Read().Operations.Select(operation => $"{operation.Method} {operation.Path}")];

    public static TheoryData<string> All() => [.. Operations];

    [Fact]
    public void Every_operation_has_a_row_and_every_row_an_operation()
    {
        Assert.Empty(Operations.Except(TenantTable.Rows.Keys));
        Assert.Empty(TenantTable.Rows.Keys.Except(Operations));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_second_tenant_sees_nothing_of_the_first(string operation)
    {
        var before = await two.Owner.SeenAsync();
        Assert.All(two.Marks.Take(2), mark => Assert.Contains(mark, before, StringComparison.Ordinal));
        foreach (var row in TenantTable.Rows[operation])
        {
            using var request = row.Send(two);
            var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
            using var response = await two.Other.Api.Client.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();

            Assert.True(row.Status == response.StatusCode, $"{operation}: {response.StatusCode} {body}");
            Assert.All(two.Marks.Where(mark => !sent.Contains(mark, StringComparison.Ordinal)), mark => Assert.DoesNotContain(mark, body, StringComparison.Ordinal));
            Assert.Equal(before, await two.Owner.SeenAsync());
            if (row.OwnerSees)
            {
                using var own = row.Send(two);
                using var answer = await two.Owner.Api.Client.SendAsync(own);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Figures_are_those_of_the_tenant_and_the_administrator_sees_all()
    {
        using var newcomer = await TenantKey.CreateAsync(two.Address, two.Admin.Key, "loteria-tres");
        var (none, own, all) = (await StatisticsAsync(newcomer), await StatisticsAsync(two.Owner), await StatisticsAsync(two.Admin));

        Assert.Equal((0, 0, 0, 0), none);
        Assert.Equal((1, 1, 1, 2), own);
        Assert.True(all.Processed >= own.Processed && all.Pending >= own.Pending && all.Results >= own.Results && all.Uploads >= own.Uploads, $"{all}");
        Assert.Contains(two.Batch, (await two.Admin.Api.GetAsync("/api/batches/history")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(two.Result, (await two.Admin.Api.GetAsync($"/api/ocr/result/{Uri.EscapeDataString(two.Result)}")).Text("filename"));
    }

    private static async Task<(int Processed, int Pending, int Results, int Uploads)> StatisticsAsync(TenantKey client)
    {
        var status = await client.Api.GetAsync("/api/status");
        var queue = await client.Api.GetAsync("/api/ocr/queue/status");
        var metrics = await client.Api.GetAsync("/api/metrics");
        return (
            Number(status["worker"]!["total_processed"]),
            Number(queue["pending"]),
            Number(status["directories"]!["results"]!["files_count"]),
            Number(metrics["performance_metrics"]!["successful_uploads"]));
    }

    private static int Number(JsonNode? node) => node!.GetValue<int>();
}
