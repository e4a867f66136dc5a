using Microsoft.Extensions.Options;

namespace Ocr.Extractor.Live;

/// <summary>
/// Activates changed rules while the service runs. It polls the files' contents, because a mounted ConfigMap raises no file system events:
/// Kubernetes replaces a link to a folder. A change counts when two consecutive polls read the same contents, so that partly written files are
/// ignored.
/// </summary>
internal sealed class RuleWatcher(LiveRules rules, IOptions<ExtractorOptions> options, TimeProvider time, ILogger<RuleWatcher> logger)
    : BackgroundService
{
    private readonly string _rulesPath = options.Value.ResolveRules();
    private readonly string _banksPath = options.Value.ResolveBanks();
    private readonly string _decisionPath = options.Value.ResolveDecision();
    private string _seen = rules.State.Hash;
    private string _applied = rules.State.Hash;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(options.Value.ReloadSeconds);
        if (pause <= TimeSpan.Zero)
        {
            return;
        }

        using var timer = new PeriodicTimer(pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Check();
        }
    }

    private void Check()
    {
        try
        {
            var text = LiveText.Read(_rulesPath, _banksPath, _decisionPath);
            var settled = text.Hash == _seen;
            _seen = text.Hash;
            if (settled && text.Hash != _applied)
            {
                _applied = text.Hash;
                Apply(text);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.RulesUnreadable(logger, error);
        }
    }

    private void Apply(LiveText text)
    {
        if (text.Hash == rules.State.Hash)
        {
            rules.Restore();
            Log.RulesRestored(logger, rules.Current.RulesVersion, text.Hash);
            return;
        }

        var errors = rules.Replace(text);
        if (errors.Count == 0)
        {
            Log.RulesReplaced(logger, rules.Current.RulesVersion, text.Hash);
        }
        else
        {
            Log.RulesRefused(logger, text.Hash, rules.Current.RulesVersion, string.Join(Environment.NewLine, errors));
        }
    }
}
