using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>Receives OTLP over HTTP like a collector.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<OtlpSpan> _spans = new();
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", TakeAsync);
    }

    public IReadOnlyList<OtlpSpan> Spans => [.. _spans];

    /// <summary>Environment variables that make a service send here at short intervals.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_BLRP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
    ];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Whether a received signal (<c>metrics</c>, <c>logs</c>) contains a text.</summary>
    public bool Has(string signal, string text) => _texts.TryGetValue(signal, out var all) && all.Contains(text, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(string signal, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (signal == "traces")
        {
            foreach (var span in OtlpSpan.Read(body.ToArray()))
            {
                _spans.Enqueue(span);
            }
        }
        else
        {
            _texts.AddOrUpdate(signal, _ => System.Text.Encoding.Latin1.GetString(body.ToArray()), (_, old) => old + System.Text.Encoding.Latin1.GetString(body.ToArray()));
        }
    }
}
