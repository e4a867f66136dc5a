using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults;

namespace Ocr.OcrWorker.Inference;

/// <summary>
/// Closes the pool before other services of the process stop: queued work is cancelled, and running work is finished. Work that is still running
/// after half of the shutdown timeout is cancelled; the worker that receives the message next reads the image again.
/// </summary>
internal sealed class PoolStop(InferencePool pool, IOptions<ShutdownOptions> options) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        pool.Close(options.Value.Timeout / 2);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
