using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Probing;

/// <summary>Reads the state of some of the services. Does not throw for an unavailable service: its checks are in the report.</summary>
internal interface ISystemProbe
{
    /// <summary>Reads checks and status sections; statistics are those of the scope.</summary>
    Task<SystemReport> ProbeAsync(TenantScope scope, CancellationToken cancellationToken);

    /// <summary>Reads the health checks only: the report has no sections, which are expensive with many rows.</summary>
    Task<SystemReport> CheckAsync(CancellationToken cancellationToken);
}
