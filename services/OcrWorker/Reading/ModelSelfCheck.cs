using Microsoft.Extensions.Options;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>Builds the reader before anything else starts: a process whose models are missing or altered does not start at all.</summary>
internal sealed class ModelSelfCheck(
    IServiceProvider services, IOptions<OcrWorkerOptions> options, ILogger<ModelSelfCheck> logger) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var reader = services.GetRequiredService<IReceiptReader>();
            Log.ModelsReady(logger, reader.Model, options.Value.Parallelism);
            return Task.CompletedTask;
        }
        catch (ModelPackException fault)
        {
            Log.ModelsUnusable(logger, fault.Message);
            throw;
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
}
