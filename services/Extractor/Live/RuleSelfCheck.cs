using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Live;

/// <summary>Loads the rules at start: a process whose rules have faults does not start, and says all of them.</summary>
internal sealed class RuleSelfCheck(IServiceProvider services, ILogger<RuleSelfCheck> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = services.GetRequiredService<LiveRules>().State;
            Log.RulesReady(logger, state.Engine.RulesVersion, state.Hash);
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
