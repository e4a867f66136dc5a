using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults.Warming;

/// <summary>
/// Runs all <see cref="IWarmUp"/>s before other parts of the host start: the port and the bus open when the time of a pass is normal
/// (docs/adr/0045). A failed warm-up does not prevent the start.
/// </summary>
/// <param name="warmUps">The warm-ups.</param>
/// <param name="options">Maximum time.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs the time of the first and the last pass.</param>
public sealed class WarmUpService(
    IEnumerable<IWarmUp> warmUps, IOptions<WarmUpOptions> options, TimeProvider time, ILogger<WarmUpService> logger) : IHostedLifecycleService
{
    // .NET recompiles a method after its thirtieth call.
    private const int MinPasses = 40;
    private const int Compared = 10;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Longest == TimeSpan.Zero)
        {
            return;
        }

        using var up = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        up.CancelAfter(options.Value.Longest);
        foreach (var warmUp in warmUps)
        {
            await WarmAsync(warmUp, up.Token);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether the last passes took about the same time: none took more than twice their median.</summary>
    /// <param name="passes">Time of each pass, in order.</param>
    public static bool IsSettled(IReadOnlyList<TimeSpan> passes)
    {
        TimeSpan[] last = [.. passes.TakeLast(Compared).Order()];
        return passes.Count >= MinPasses && last[^1] <= 2 * last[Compared / 2];
    }

    private async Task WarmAsync(IWarmUp warmUp, CancellationToken cancellationToken)
    {
        var name = warmUp.GetType().Name;
        var passes = new List<TimeSpan>();
#pragma warning disable CA1031 // after any exception the process can still work
        try
        {
            try
            {
                await RepeatAsync(warmUp, passes, cancellationToken);
            }
            finally
            {
                await warmUp.EndAsync();
            }

            Log.WarmedUp(logger, name, passes.Count, passes[0].TotalMilliseconds, passes[^1].TotalMilliseconds);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.WarmUpEnded(logger, name, passes.Count);
        }
        catch (Exception error)
        {
            Log.WarmUpFailed(logger, name, error);
        }
#pragma warning restore CA1031
    }

    private async Task RepeatAsync(IWarmUp warmUp, List<TimeSpan> passes, CancellationToken cancellationToken)
    {
        while (!IsSettled(passes))
        {
            var started = time.GetTimestamp();
            await warmUp.RunAsync(cancellationToken);
            passes.Add(time.GetElapsedTime(started));
            await Task.Delay(Breath, cancellationToken);
        }
    }
}
