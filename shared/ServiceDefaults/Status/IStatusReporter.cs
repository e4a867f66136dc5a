using System.Text.Json.Nodes;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.ServiceDefaults.Status;

/// <summary>Reports the state of a service for <c>/api/status</c>. Each service registers one; the gateway merges them.</summary>
public interface IStatusReporter
{
    /// <summary>Key of the section: <c>ingest</c>, <c>ocr_worker</c>, <c>results</c>, …</summary>
    string Section { get; }

    /// <summary>Measures the current state; measured values only.</summary>
    /// <param name="scope">Scope of the counted data.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken);
}
