using Microsoft.Extensions.Options;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Live;

/// <summary>
/// Takes changed rules up while the service runs. It looks at the files' contents instead of waiting for events of the file system, which
/// a mounted ConfigMap does not give: Kubernetes swaps a link to a folder. A change counts when two looks in a row see the same, so that a
/// file in the middle of being written, or one of two files, is left alone.
/// </summary>
internal sealed class RuleWatcher(LiveRules rules, IOptions<ExtractorOptions> options, TimeProvider time, ILogger<RuleWatcher> logger)
    : BackgroundService
{
    private readonly string _rulesPath = options.Value.ResolveRules();
    private readonly string _banksPath = options.Value.ResolveBanks();
    private string _seen = rules.State.Hash;
    private string _judged = rules.State.Hash;

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
            Look();
        }
    }

    private void Look()
    {
        try
        {
            var text = RuleText.Read(_rulesPath, _banksPath);
            var settled = text.Hash == _seen;
            _seen = text.Hash;
            if (settled && text.Hash != _judged)
            {
                _judged = text.Hash;
                Judge(text);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.RulesUnreadable(logger, error);
        }
    }

    private void Judge(RuleText text)
    {
        if (text.Hash == rules.State.Hash)
        {
            rules.Restore();
            Log.RulesRestored(logger, rules.Current.RulesVersion, text.Hash);
            return;
        }

        var faults = rules.Replace(text);
        if (faults.Count == 0)
        {
            Log.RulesReplaced(logger, rules.Current.RulesVersion, text.Hash);
        }
        else
        {
            Log.RulesRefused(logger, text.Hash, rules.Current.RulesVersion, string.Join(Environment.NewLine, faults));
        }
    }
}
