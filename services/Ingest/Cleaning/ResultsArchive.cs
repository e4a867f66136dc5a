using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>Requests from Results, over the bus, to remove results and to list the remaining ones.</summary>
internal sealed class ResultsArchive(IMessageBus bus, IOptions<RetentionOptions> options)
{
    private const int MaxNames = 1000;

    /// <summary>Results of a scope that are stored.</summary>
    /// <exception cref="TimeoutException">Results does not respond.</exception>
    public Task<ResultsCleaned> ListAsync(TenantScope scope, CancellationToken cancellationToken) => SendAsync([], MaxNames, scope, cancellationToken);

    /// <summary>Removes the results of finished batches. The response names the removed batches; a repeated request has no further effect.</summary>
    /// <exception cref="TimeoutException">Results does not respond; it may have removed them.</exception>
    public Task<ResultsCleaned> RemoveAsync(IReadOnlyList<string> requestIds, CancellationToken cancellationToken) =>
        SendAsync(requestIds, 0, TenantScope.All, cancellationToken);

    private Task<ResultsCleaned> SendAsync(IReadOnlyList<string> requestIds, int names, TenantScope scope, CancellationToken cancellationToken) =>
        bus.RequestAsync<CleanResults, ResultsCleaned>(
            new CleanResults { RequestIds = requestIds, MaxNames = names, Tenant = scope.SeesAll ? null : scope.Tenant },
            options.Value.ResultsTimeout,
            cancellationToken);
}
