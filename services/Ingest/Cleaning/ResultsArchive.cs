using MassTransit;
using Microsoft.Extensions.Options;
using Ocr.Contracts;

namespace Ocr.Ingest.Cleaning;

/// <summary>Asks Results, over the bus, to remove results and to say what it has.</summary>
internal sealed class ResultsArchive(IBus bus, IOptions<RetentionOptions> options)
{
    private const int MaxNames = 1000;

    /// <summary>What Results has.</summary>
    /// <exception cref="TimeoutException">Results does not answer.</exception>
    public Task<ResultsCleaned> AskAsync(CancellationToken cancellationToken) => SendAsync([], MaxNames, cancellationToken);

    /// <summary>Removes the results of finished batches. Those that are named in the answer are gone; asking again does no harm.</summary>
    /// <exception cref="TimeoutException">Results does not answer; perhaps it removed them.</exception>
    public Task<ResultsCleaned> RemoveAsync(IReadOnlyList<string> requestIds, CancellationToken cancellationToken) =>
        SendAsync(requestIds, 0, cancellationToken);

    private async Task<ResultsCleaned> SendAsync(IReadOnlyList<string> requestIds, int names, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await bus.CreateRequestClient<CleanResults>((RequestTimeout)options.Value.ResultsPatience)
                .GetResponse<ResultsCleaned>(new CleanResults { RequestIds = requestIds, MaxNames = names }, cancellationToken);
            return answer.Message;
        }
        catch (RequestException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Results did not answer.", fault);
        }
    }
}
