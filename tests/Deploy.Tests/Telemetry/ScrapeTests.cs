using System.Globalization;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>The metrics of a running system in a real Prometheus.</summary>
[Collection(nameof(ScrapedSystem))]
public sealed class ScrapeTests(ScrapedSystem system)
{
    private const int All = ScrapedSystem.Fresh + ScrapedSystem.Repeated + ScrapedSystem.Broken;
    private readonly PrometheusServer _prometheus = system.Prometheus;

    [Fact]
    public async Task Every_registered_name_is_there()
    {
        var names = await _prometheus.NamesAsync();
        Assert.NotEmpty(Metrics.All);
        Assert.All(Metrics.All.SelectMany(Series), name => Assert.Contains(name, names));
    }

    [Fact]
    public async Task Every_exported_metric_is_registered()
    {
        var registered = Metrics.All.SelectMany(Series).ToHashSet();
        var ours = await _prometheus.QueryAsync("count by (__name__) ({otel_scope_name=~\"Ocr[.].*\",__name__!~\".*_created\"})");
        Assert.NotEmpty(ours);
        Assert.All(ours, item => Assert.Contains(item.Labels["__name__"]!.GetValue<string>(), registered));
    }

    [Fact]
    public async Task Every_service_is_up_and_exports_its_own_meters()
    {
        string[] all = [Metrics.IngestMeter, Metrics.WorkerMeter, Metrics.ExtractorMeter, Metrics.ResultsMeter, Metrics.GatewayMeter, Metrics.StagesMeter, Metrics.StorageMeter];
        Dictionary<string, string[]> expected = system.IsDistributed
            ? new()
            {
                ["ingest"] = [Metrics.IngestMeter, Metrics.StagesMeter, Metrics.StorageMeter],
                ["ocr-worker"] = [Metrics.WorkerMeter, Metrics.StagesMeter],
                ["extractor"] = [Metrics.ExtractorMeter, Metrics.StagesMeter],
                ["results"] = [Metrics.ResultsMeter, Metrics.StagesMeter, Metrics.StorageMeter],
                ["gateway"] = [Metrics.GatewayMeter, Metrics.StorageMeter],
            }
            : new() { ["standalone"] = all };

        Assert.Empty(await _prometheus.QueryAsync("up != 1"));
        var told = await _prometheus.QueryAsync(
            "count by (job, instance, otel_scope_name) ({otel_scope_name=~\"Ocr[.].*\"}) * on (job, instance) group_left (service_name) target_info");
        var meters = told.ToLookup(item => item.Labels["service_name"]!.GetValue<string>(), item => item.Labels["otel_scope_name"]!.GetValue<string>());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), meters.Select(service => service.Key).Order(StringComparer.Ordinal));
        Assert.All(expected, service => Assert.Equal(service.Value.Order(StringComparer.Ordinal), meters[service.Key].Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Receipts_are_counted_once_at_every_stage()
    {
        Assert.Equal(All, await _prometheus.ValueAsync("sum(receipts_uploaded_total)"));
        Assert.Equal(All - ScrapedSystem.Broken, await _prometheus.ValueAsync("sum(receipts_stored_total{outcome=\"success\"})"));
        Assert.Equal(ScrapedSystem.Broken, await _prometheus.ValueAsync($"sum(receipts_stored_total{{outcome=\"{FailureReasons.ImageUnreadable}\"}})"));
        Assert.Equal(All, await _prometheus.ValueAsync("sum(receipts_decided_total)"));
        Assert.Equal(All, await _prometheus.ValueAsync("sum(receipts_draws_total)"));
        // A decision is counted when its receipt is stored. A copy that is stored before the original is marked, and rejected, later (ClaimLedger).
        Assert.InRange(await _prometheus.ValueAsync($"sum(receipts_decided_total{{decision=\"{Verdicts.Reject}\"}}) or vector(0)"), 0, ScrapedSystem.Repeated);
        var rejected = await system.Api.GetAsync($"/api/receipts?decision={Verdicts.Reject}");
        Assert.Single(rejected["receipts"]!.AsArray());
        Assert.Equal(All, await _prometheus.ValueAsync("sum(receipts_duration_seconds_count)"));
        Assert.Equal(All, await _prometheus.ValueAsync("sum(receipts_batch_size_sum)"));
        Assert.Equal(All, await _prometheus.ValueAsync("sum(receipts_recognized_total)"));
        // Workers avoid a second inference of an image by a lock in Redis with a timeout, so between them it may happen; within a process it does not. Then each of
        // the two receipts may get the words of its own inference or those of the other.
        var (fewest, most) = system.IsDistributed ? (0, 2 * ScrapedSystem.Repeated) : (ScrapedSystem.Repeated, ScrapedSystem.Repeated);
        Assert.InRange(await _prometheus.ValueAsync("sum(receipts_recognized_total{outcome=\"cache_hit\"}) or vector(0)"), fewest, most);
        Assert.Equal(All - ScrapedSystem.Broken, await _prometheus.ValueAsync("sum(receipts_recognized_total{outcome=~\"cache_hit|fresh\"})"));
        Assert.InRange(await _prometheus.ValueAsync("sum(ocr_inference_duration_seconds_count)"), ScrapedSystem.Fresh, system.IsDistributed ? All : ScrapedSystem.Fresh);
        Assert.Equal(All - ScrapedSystem.Broken, await _prometheus.ValueAsync("sum(receipts_extracted_total)"));
        Assert.Equal(0, await _prometheus.ValueAsync("sum(receipts_given_up_total) + sum(receipts_sent_again_total) + sum(receipts_duplicates_total)"));
        Assert.Equal(0, await _prometheus.ValueAsync("sum(receipts_open) + sum(receipts_queue_age_seconds) + sum(receipts_outbox_age_seconds)"));
        Assert.Equal(system.IsDistributed ? 2 : 1, await _prometheus.ValueAsync("max(ocr_workers_alive)"));
    }

    [Fact]
    public async Task Every_field_is_judged_for_every_receipt()
    {
        var fields = await _prometheus.QueryAsync("sum by (field) (receipts_fields_total)");
        Assert.Equal(FieldKeys.All.Order(StringComparer.Ordinal), fields.Select(item => item.Labels["field"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(fields, item => Assert.Equal(All - ScrapedSystem.Broken, item.Value));
        Assert.InRange(await _prometheus.ValueAsync("sum(receipts_fields_total{field=\"monto\",validity=\"valid\"})"), All - ScrapedSystem.Broken - 1, All - ScrapedSystem.Broken);
    }

    [Fact]
    public async Task Times_and_confidence_are_sane()
    {
        Assert.InRange(await _prometheus.ValueAsync("sum(ocr_confidence_sum) / sum(ocr_confidence_count)"), 0.8, 1);
        Assert.InRange(await _prometheus.ValueAsync("sum(ocr_words_sum) / sum(ocr_words_count)"), 10, 200);
        Assert.InRange(await _prometheus.ValueAsync("sum(ocr_inference_duration_seconds_sum) / sum(ocr_inference_duration_seconds_count)"), 0.001, 20);

        string[] stages = [StageClock.Dispatch, StageClock.Recognize, StageClock.Extract, StageClock.Store, StageClock.Finish];
        var waited = await _prometheus.QueryAsync("sum by (stage) (receipts_stage_duration_seconds_count{part=\"wait\"})");
        Assert.Equal(stages.Order(StringComparer.Ordinal), waited.Select(item => item.Labels["stage"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        // The broker delivers at least once, and every delivery is timed. A process has one delivery per message.
        Assert.All(waited, item =>
        {
            var receipts = item.Labels["stage"]!.GetValue<string>() == StageClock.Extract ? All - ScrapedSystem.Broken : All;
            Assert.InRange(item.Value, receipts, system.IsDistributed ? 2 * receipts : receipts);
        });

        // The stages of a receipt take at most its total time. Events are delivered while the next receipt is processed.
        var whole = await _prometheus.ValueAsync("max(receipts_duration_seconds_sum)");
        Assert.InRange(await _prometheus.ValueAsync("sum(receipts_stage_duration_seconds_sum{part=\"work\",stage=\"extract\"})"), 0.0001, whole);
    }

    [Fact]
    public async Task Histograms_have_the_registered_buckets_and_tags()
    {
        foreach (var metric in Metrics.All.Where(metric => metric.Kind == MetricKind.Histogram))
        {
            var buckets = await _prometheus.QueryAsync($"count by (le) ({metric.PrometheusName}_bucket)");
            double[] bounds = [.. buckets.Select(item => item.Labels["le"]!.GetValue<string>()).Where(le => le != "+Inf").Select(le => double.Parse(le, CultureInfo.InvariantCulture)).Order()];
            Assert.Equal(metric.Buckets, bounds);
        }

        foreach (var metric in Metrics.All)
        {
            var name = metric.PrometheusName + (metric.Kind == MetricKind.Histogram ? "_count" : "");
            var labels = (await _prometheus.QueryAsync(name)).SelectMany(item => item.Labels.Select(label => label.Key)).Distinct()
                .Except(["__name__", "job", "instance", "otel_scope_name", "otel_scope_version", "otel_scope_schema_url"]);
            Assert.Equal(metric.Tags.Order(StringComparer.Ordinal), labels.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Alerts_are_loaded_name_what_is_scraped_and_none_fires()
    {
        var names = await _prometheus.NamesAsync();
        var rules = (await _prometheus.GetAsync("/api/v1/rules"))["groups"]!.AsArray().SelectMany(group => group!["rules"]!.AsArray()).ToArray();
        Assert.Equal(Shipped.Alerts().Count, rules.Length);
        Assert.All(rules, rule => Assert.Equal("ok", rule!["health"]!.GetValue<string>()));
        Assert.All(Shipped.Alerts(), alert => Assert.Empty(Unknown(alert.Expression, names)));
        Assert.Equal(["Watchdog"], rules.Where(rule => rule!["state"]!.GetValue<string>() == "firing").Select(rule => rule!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Every_dashboard_query_returns_data()
    {
        var names = await _prometheus.NamesAsync();
        Assert.NotEmpty(Shipped.Dashboards());
        foreach (var (file, dashboard) in Shipped.Dashboards())
        {
            foreach (var (panel, expression) in Shipped.Queries(dashboard))
            {
                Assert.True(!Unknown(expression, names).Any(), $"{file}, {panel}: {string.Join(", ", Unknown(expression, names))}");
                var answer = await _prometheus.QueryAsync(PromQl.Filled(expression));
                // Events that did not occur and metrics that do not exist have no series.
                var mayBeBlank = expression.Contains("\"5..\"", StringComparison.Ordinal) || PromQl.MetricNames(expression).Any(name => !names.Contains(name));
                Assert.True(answer.Count > 0 || mayBeBlank, $"{file}, {panel}: nothing of {expression}");
            }
        }
    }

    [Fact]
    public async Task A_metric_that_no_service_exports_is_reported()
    {
        var names = await _prometheus.NamesAsync();
        Assert.Equal(["receipts_storred_total"], Unknown("sum by (receipts_open) (rate(receipts_storred_total{a=\"x y\"}[5m])) / sum(receipts_open)", names));
    }

    private static IEnumerable<string> Series(Metric metric) => metric.Kind == MetricKind.Histogram
        ? [$"{metric.PrometheusName}_bucket", $"{metric.PrometheusName}_sum", $"{metric.PrometheusName}_count"]
        : [metric.PrometheusName];

    private IEnumerable<string> Unknown(string expression, IReadOnlySet<string> names) =>
        PromQl.MetricNames(expression).Where(name => !names.Contains(name) && !Foreign.Names(system.IsDistributed).Contains(name));
}
