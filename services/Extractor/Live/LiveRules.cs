using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Live;

/// <summary>
/// The engine of the active rules. A caller of <see cref="Current"/> uses the same rules until its receipt is complete; the next receipt uses the
/// rules that are active then. Thread-safe.
/// </summary>
internal sealed class LiveRules
{
    private readonly TimeProvider _time;
    private readonly FieldModel? _model;
    private volatile RulesInForce _state;

    /// <exception cref="RuleFileException">The rules have errors.</exception>
    public LiveRules(LiveText text, TimeProvider time, FieldModel? model = null)
    {
        (_time, _model) = (time, model);
        _state = new RulesInForce(text.Build(_model), text.Hash, time.GetUtcNow(), null);
    }

    /// <summary>The engine for the next receipt.</summary>
    public ExtractionEngine Current => _state.Engine;

    /// <summary>The results of that engine.</summary>
    public ExtractionCache Cache => _state.Cache;

    /// <summary>The active rules, and the last rejected change.</summary>
    public RulesInForce State => _state;

    /// <summary>Activates other rules, or rejects them and keeps the old ones.</summary>
    /// <returns>The errors; empty when the rules are active.</returns>
    public IReadOnlyList<RuleError> Replace(LiveText text)
    {
        var old = _state;
        try
        {
            _state = new RulesInForce(text.Build(_model), text.Hash, _time.GetUtcNow(), null);
            return [];
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            // no file content may stop the service
            var errors = (refused as RuleFileException)?.Errors ?? [new RuleError(Path.GetFileName(text.Rules.RulesPath), $"cannot be used: {refused.Message}")];
            _state = old with { Refused = new RefusedRules(text.Hash, _time.GetUtcNow(), errors) };
            return errors;
        }
    }

    /// <summary>Clears a rejection: the files contain the active rules again.</summary>
    public void Restore() => _state = _state with { Refused = null };
}

/// <summary>The active rules.</summary>
/// <param name="Engine">Engine that applies them.</param>
/// <param name="Hash">Hash of their three files.</param>
/// <param name="Since">Time of activation, UTC.</param>
/// <param name="Refused">The last rejected change; <see langword="null"/> when the files contain the active rules.</param>
internal sealed record RulesInForce(ExtractionEngine Engine, string Hash, DateTimeOffset Since, RefusedRules? Refused)
{
    /// <summary>Results of the engine.</summary>
    public ExtractionCache Cache { get; } = new(Engine);
}

/// <summary>A rejected change.</summary>
/// <param name="Hash">Hash of its three files.</param>
/// <param name="At">Time of the rejection, UTC.</param>
/// <param name="Errors">All its errors.</param>
internal sealed record RefusedRules(string Hash, DateTimeOffset At, IReadOnlyList<RuleError> Errors);
