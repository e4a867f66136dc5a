using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Probing;

/// <summary>Asks some of the services how they are. Never throws for a service that is down: that is an answer too.</summary>
internal interface ISystemProbe
{
    /// <summary>Asks for everything now; figures are those of a scope.</summary>
    Task<SystemReport> ProbeAsync(TenantScope scope, CancellationToken cancellationToken);

    /// <summary>Asks for the health checks only: a report without sections, which are expensive with many rows.</summary>
    Task<SystemReport> CheckAsync(CancellationToken cancellationToken);
}
