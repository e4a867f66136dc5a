namespace Ocr.Gateway.Probing;

/// <summary>Asks some of the services how they are. Never throws for a service that is down: that is an answer too.</summary>
internal interface ISystemProbe
{
    /// <summary>Asks now.</summary>
    Task<SystemReport> ProbeAsync(CancellationToken cancellationToken);
}
