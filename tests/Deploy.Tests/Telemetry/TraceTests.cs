using System.Diagnostics;
using Ocr.ServiceDefaults.Telemetry;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>The trace of a receipt at a collector.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr-trace-");
    private OtlpReceiver _collector = null!;

    public async Task InitializeAsync() => _collector = await OtlpReceiver.StartAsync();

    public async Task DisposeAsync()
    {
        await _collector.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_receipt_is_one_trace_from_its_upload_to_its_stored_result_also_across_a_restart()
    {
        var upload = ActivityTraceId.CreateRandom().ToHexString();
        await using (var first = await StandaloneProcess.StartAsync(_data.FullName, _collector.Settings))
        {
            Continue(first.Api, upload);
            await first.Api.UploadAsync(Receipts.Take(1));
            await UntilAsync(span => span.Name == Spans.PublishReceipt);
        }

        var batch = ActivityTraceId.CreateRandom().ToHexString();
        await using var second = await StandaloneProcess.StartAsync(_data.FullName, _collector.Settings);
        Continue(second.Api, batch);
        Assert.Equal("success", (await second.Api.ProcessAsync()).Body.Text("status"));
        await UntilAsync(span => span.Name == Spans.Store);
        await UntilAsync(span => span.TraceId == batch && span.Name.Contains("process_batch", StringComparison.Ordinal));
        // Work after the stored result belongs to the trace too.
        await UntilAsync(span => span.TraceId == upload && span.Name.Contains("receipt-processed", StringComparison.OrdinalIgnoreCase));

        var receipt = _collector.Spans.Where(span => span.TraceId == upload).ToDictionary(span => span.SpanId);
        var root = receipt.Values.Single(span => !receipt.ContainsKey(span.ParentId));
        Assert.Contains("/api/upload", root.Name, StringComparison.Ordinal);
        string[] steps = [Spans.PublishReceipt, Spans.Send, Spans.Read, Spans.Extract, Spans.Store];
        Assert.All(steps, step => Assert.Contains(receipt.Values, span => span.Name == step));
        Assert.All(receipt.Values, span => Assert.True(Leads(span, root, receipt), span.Name));

        Assert.Equal([batch], receipt.Values.Single(span => span.Name == Spans.Send).LinkedTraces);
    }

    [Fact]
    public async Task Metrics_and_logs_are_sent_too_and_probes_leave_no_trace()
    {
        await using var system = await StandaloneProcess.StartAsync(_data.FullName, _collector.Settings);
        Assert.True(await system.Api.IsReadyAsync());
        await system.Api.GetAsync("/api/status");
        await UntilAsync(span => span.Name.Contains("/api/status", StringComparison.Ordinal));

        await Probe.UntilAsync(() => Task.FromResult(_collector.Has("metrics", Metrics.Uploaded.Name) && _collector.Has("logs", "Ready")), sent => sent, TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(_collector.Spans, span => span.Name.Contains("/health", StringComparison.Ordinal));
        Assert.All(_collector.Spans, span => Assert.Equal("standalone", span.Service));
    }

    private static void Continue(Api api, string trace) =>
        api.Client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");

    private static bool Leads(OtlpSpan span, OtlpSpan root, Dictionary<string, OtlpSpan> trace) =>
        span == root || (trace.TryGetValue(span.ParentId, out var parent) && Leads(parent, root, trace));

    private Task<bool> UntilAsync(Func<OtlpSpan, bool> seen) =>
        Probe.UntilAsync(() => Task.FromResult(_collector.Spans.Any(seen)), found => found, TimeSpan.FromSeconds(60));
}
