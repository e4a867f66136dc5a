using Microsoft.Extensions.Options;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Cleaning;

/// <summary>Asks Results, over the bus, to remove results and to say what it has.</summary>
internal sealed class ResultsArchive(IMessageBus bus, IOptions<RetentionOptions> options)
{
    private const int MaxNames = 1000;

    /// <summary>What Results has of a scope.</summary>
    /// <exception cref="TimeoutException">Results does not answer.</exception>
    public Task<ResultsCleaned> AskAsync(TenantScope scope, CancellationToken cancellationToken) => SendAsync([], MaxNames, scope, cancellationToken);

    /// <summary>Removes the results of finished batches. Those that are named in the answer are gone; asking again does no harm.</summary>
    /// <exception cref="TimeoutException">Results does not answer; perhaps it removed them.</exception>
    public Task<ResultsCleaned> RemoveAsync(IReadOnlyList<string> requestIds, CancellationToken cancellationToken) =>
        SendAsync(requestIds, 0, TenantScope.All, cancellationToken);

    private Task<ResultsCleaned> SendAsync(IReadOnlyList<string> requestIds, int names, TenantScope scope, CancellationToken cancellationToken) =>
        bus.RequestAsync<CleanResults, ResultsCleaned>(
            new CleanResults { RequestIds = requestIds, MaxNames = names, Tenant = scope.SeesAll ? null : scope.Tenant },
            options.Value.ResultsTimeout,
            cancellationToken);
}
