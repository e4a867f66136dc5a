using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Live;

/// <summary>Loads the rules at start. With errors the process does not start and logs all of them.</summary>
internal sealed class RuleSelfCheck(IServiceProvider services, ILogger<RuleSelfCheck> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = services.GetRequiredService<LiveRules>().State;
            Log.RulesReady(logger, state.Engine.RulesVersion, state.Hash);
            Log.FieldModelReady(logger, state.Engine.FieldModel ?? "off");
            return Task.CompletedTask;
        }
        catch (RuleFileException error)
        {
            Log.RulesUnusable(logger, error.Message);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
