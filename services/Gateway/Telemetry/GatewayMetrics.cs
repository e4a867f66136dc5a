using System.Diagnostics.Metrics;
using Ocr.Gateway.Workers;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Gateway.Telemetry;

/// <summary>Metrics of the gateway.</summary>
internal sealed class GatewayMetrics
{
    public GatewayMetrics(IMeterFactory meters, WorkerRegistry workers) =>
        meters.Create(Metrics.GatewayMeter).Gauge(Metrics.Workers, () => workers.Living().Count);
}
