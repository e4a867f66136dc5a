using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor;

/// <summary>Builds the engine at start: a process whose rules have faults does not start, and says all of them.</summary>
internal sealed class RuleSelfCheck(IServiceProvider services, ILogger<RuleSelfCheck> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            Log.RulesReady(logger, services.GetRequiredService<ExtractionEngine>().RulesVersion);
            return Task.CompletedTask;
        }
        catch (RuleFileException fault)
        {
            Log.RulesUnusable(logger, fault.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
