using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The reading cost that one client may upload. A costly image of the tests costs 9.</summary>
public sealed class CostBudgetTests : IDisposable
{
    private const int Costly = 9;

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_costly_image_uses_nine_times_the_budget_of_its_own_client_only()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: 20, costly: 2);

        await AssertRefusedAsync(app, "key-1", perMinute: 20, costly: 1, seconds: 21);
        await AssertAcceptedAsync(app, "key-1", perMinute: 20, ordinary: 2);
        await AssertRefusedAsync(app, "key-1", perMinute: 20, ordinary: 1, seconds: 3);
        await AssertAcceptedAsync(app, "key-2", perMinute: 20, costly: 1);
        Assert.Equal(5, (await app.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_client_that_waits_as_required_is_admitted()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, costly: 1);
        await AssertRefusedAsync(app, "key-1", perMinute: 10, costly: 1, seconds: 48);

        _time.Advance(TimeSpan.FromSeconds(47));
        await AssertRefusedAsync(app, "key-1", perMinute: 10, costly: 1, seconds: 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, costly: 1);
    }

    [Fact]
    public async Task An_upload_over_the_whole_budget_is_admitted_once_and_paid_for_afterwards()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: Costly, costly: 3);

        await AssertRefusedAsync(app, "key-1", perMinute: Costly, costly: 3, seconds: 180);
        _time.Advance(TimeSpan.FromSeconds(179));
        await AssertRefusedAsync(app, "key-1", perMinute: Costly, costly: 3, seconds: 1);
        _time.Advance(TimeSpan.FromSeconds(1));
        await AssertAcceptedAsync(app, "key-1", perMinute: Costly, costly: 3);
    }

    [Fact]
    public async Task Concurrent_uploads_of_a_sender_share_one_budget()
    {
        await using var app = await StartAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var response = await SendAsync(app, "key-1", perMinute: 3 * Costly, costly: 1, ordinary: 0);
            return response.StatusCode;
        }));

        Assert.Equal(3, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(9, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(3, (await app.RowsAsync()).Count);
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_counted_and_a_budget_is_removed_after_a_day()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: 0, costly: 30);
        Assert.Empty(await BudgetsAsync(app));
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, ordinary: 1);
        Assert.Equal("key-1", Assert.Single(await BudgetsAsync(app)).Owner);

        // Retention runs every hour, also while it keeps everything.
        await Probe.UntilAsync(async () => (await BudgetsAsync(app)).Count == 0, () =>
        {
            _time.Advance(TimeSpan.FromHours(2));
            return Task.Delay(20);
        });
    }

    [Fact]
    public async Task A_refused_upload_stores_no_image_and_costs_nothing()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, costly: 1);
        var (images, used) = (_folder.Images.Count, Assert.Single(await BudgetsAsync(app)).Used);

        await AssertRefusedAsync(app, "key-1", perMinute: 10, costly: 1, seconds: 48);

        Assert.Equal(images, _folder.Images.Count);
        Assert.Equal((9d, 9d), (used, Assert.Single(await BudgetsAsync(app)).Used));
    }

    [Fact]
    public async Task A_budget_is_refilled_steadily_and_never_over_its_capacity()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, costly: 1);
        _time.Advance(TimeSpan.FromSeconds(30));
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, ordinary: 1);
        Assert.Equal(5, Assert.Single(await BudgetsAsync(app)).Used, precision: 6);

        _time.Advance(TimeSpan.FromMinutes(10));
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, costly: 1);
        Assert.Equal(9, Assert.Single(await BudgetsAsync(app)).Used, precision: 6);
    }

    [Fact]
    public async Task A_charge_from_a_clock_ahead_of_this_one_refills_nothing()
    {
        await using var app = await StartAsync();
        await AssertAcceptedAsync(app, "key-1", perMinute: 10, costly: 1);
        await using (var database = await Contexts(app).CreateDbContextAsync())
        {
            var ahead = _time.GetUtcNow().AddSeconds(30);
            await database.Budgets.ExecuteUpdateAsync(budget => budget.SetProperty(row => row.At, ahead));
        }

        await AssertAcceptedAsync(app, "key-1", perMinute: 10, ordinary: 1);
        Assert.Equal(10, Assert.Single(await BudgetsAsync(app)).Used, precision: 6);
    }

    [Fact]
    public async Task Only_budgets_without_a_charge_for_a_day_are_removed()
    {
        await using var app = await StartAsync();
        var contexts = Contexts(app);
        var now = await app.Services.GetRequiredService<ServiceClock>().NowAsync(CancellationToken.None);
        await using (var database = await contexts.CreateDbContextAsync())
        {
            database.Budgets.Add(new BudgetRow { Owner = "old", At = now.AddDays(-1).AddMilliseconds(-1) });
            database.Budgets.Add(new BudgetRow { Owner = "kept", At = now.AddDays(-1) });
            await database.SaveChangesAsync();
        }

        await new CostBudget(contexts, app.Services.GetRequiredService<ServiceClock>()).RemoveExpiredAsync(CancellationToken.None);

        Assert.Equal("kept", Assert.Single(await BudgetsAsync(app)).Owner);
    }

    private Task<IngestApp> StartAsync() => IngestApp.StartAsync(_folder, time: _time, settings: ("RETENTION_HOURS", "0"));

    private static IDbContextFactory<IngestDbContext> Contexts(IngestApp app) => app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>();

    private static async Task<List<BudgetRow>> BudgetsAsync(IngestApp app)
    {
        await using var database = await Contexts(app).CreateDbContextAsync();
        return await database.Budgets.AsNoTracking().ToListAsync();
    }

    private static async Task AssertAcceptedAsync(IngestApp app, string owner, int perMinute, int costly = 0, int ordinary = 0)
    {
        using var response = await SendAsync(app, owner, perMinute, costly, ordinary);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task AssertRefusedAsync(IngestApp app, string owner, int perMinute, int seconds, int costly = 0, int ordinary = 0)
    {
        using var response = await SendAsync(app, owner, perMinute, costly, ordinary);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(seconds), response.Headers.RetryAfter!.Delta);
        var error = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"], error));
        Assert.Equal("RATE_LIMIT_EXCEEDED_429", (string)error["error_code"]!);
        Assert.Contains($"{perMinute} unidades", (string)error["details"]!, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(IngestApp app, string owner, int perMinute, int costly, int ordinary)
    {
        using var form = Forms.Valid(costly + ordinary, index => index < costly ? TestImages.Costly() : TestImages.Unique());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload") { Content = form };
        request.Headers.Add(ClientHeaders.Name, owner);
        request.Headers.Add(ClientHeaders.CostPerMinute, perMinute.ToString(CultureInfo.InvariantCulture));
        return await app.Client.SendAsync(request);
    }
}
