using System.Text.Json.Nodes;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.ServiceDefaults.Status;

/// <summary>What a service tells of itself for <c>/api/status</c>. Each service registers one; the gateway puts them together.</summary>
public interface IStatusReporter
{
    /// <summary>Key of the section: <c>ingest</c>, <c>ocr_worker</c>, <c>results</c>, …</summary>
    string Section { get; }

    /// <summary>Measures the present state; true values only.</summary>
    /// <param name="scope">Whose data is counted.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken);
}
