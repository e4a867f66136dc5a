using Ocr.ServiceDefaults.Warming;

namespace Ocr.Gateway.Events;

/// <summary>Reads the receivers of events, which the first message of a receipt needs.</summary>
internal sealed class AudienceWarmUp(EventAudience audience) : IWarmUp
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken) => await audience.GetAsync(cancellationToken);
}
