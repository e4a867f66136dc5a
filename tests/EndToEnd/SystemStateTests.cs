using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

[Collection(SharedStandalone.Name)]
public sealed class SystemStateTests(StandaloneFixture standalone)
{
    private readonly Api _api = standalone.Api;

    [Fact]
    public async Task A_running_system_is_healthy_in_all_its_parts()
    {
        var health = await Probe.UntilAsync(
            () => _api.GetAsync("/api/health"), health => health.Object("checks").Text("worker_thread") == "ok", TimeSpan.FromSeconds(30));

        string[] vital = ["flask_app", "ocr_models", "directories", "message_broker", "database", "object_store", "cache"];
        Assert.All(vital, check => Assert.Equal("ok", health.Object("checks").Text(check)));
        Assert.InRange(health.Object("metrics")["memory_usage_percent"]!.GetValue<double>(), 0.1, 100);
    }

    [Fact]
    public async Task Status_shows_models_rules_and_receipts_by_state()
    {
        await _api.UploadAsync(Receipts.Unique(Receipts.Truth[7].Key, 91));
        var inbox = (await _api.GetAsync("/api/status")).Object("directories").Object("inbox");
        Assert.Equal("data/inbox", inbox.Text("path"));
        Assert.Equal((await _api.GetAsync("/api/files/pending")).Count("files_pending"), inbox.Count("files_count"));

        var batch = (await _api.ProcessAsync()).Body.Text("request_id");
        var status = await Probe.UntilAsync(
            () => _api.GetAsync("/api/status"), status => status.Object("ocr_components").Count("models_loaded") == 1, TimeSpan.FromSeconds(30));

        Assert.Equal("operational", status.Object("system").Text("status"));
        Assert.Matches(@"^\d+h \d+m \d+s$", status.Object("system").Text("uptime"));
        Assert.Equal(16, status.Object("ocr_components").Count("extraction_rules_loaded"));
        Assert.Equal(batch, status.Object("worker").Text("last_batch_id"));
        Assert.Equal(0, status.Object("directories").Object("inbox").Count("files_count"));
        Assert.True(status.Object("directories").Object("results").Count("files_count") > 0);
    }

    [Fact]
    public async Task The_page_is_served()
    {
        using var response = await _api.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("Lectura de recibos", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
