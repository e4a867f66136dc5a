using Microsoft.Extensions.Options;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>Creates the reader before other services start. When models are missing or modified, the process does not start.</summary>
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
        catch (ModelPackException error)
        {
            Log.ModelsUnusable(logger, error.Message);
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
