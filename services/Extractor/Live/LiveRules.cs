using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Live;

/// <summary>
/// The engine of the rules in force. Whoever takes <see cref="Current"/> keeps these rules to the end of the receipt in hand; the next one
/// gets what was taken up meanwhile. Thread-safe.
/// </summary>
internal sealed class LiveRules
{
    private readonly TimeProvider _time;
    private volatile RulesInForce _state;

    /// <exception cref="RuleFileException">The rules have faults.</exception>
    public LiveRules(RuleText text, TimeProvider time)
    {
        _time = time;
        _state = new RulesInForce(new ExtractionEngine(RuleSet.Parse(text)), text.Hash, time.GetUtcNow(), null);
    }

    /// <summary>The engine to read one receipt with.</summary>
    public ExtractionEngine Current => _state.Engine;

    /// <summary>What is in force, and what was refused since.</summary>
    public RulesInForce State => _state;

    /// <summary>Takes other rules up, or refuses them and goes on with the old ones.</summary>
    /// <returns>What is wrong with them; empty when they are in force now.</returns>
    public IReadOnlyList<RuleFault> Replace(RuleText text)
    {
        var old = _state;
        try
        {
            _state = new RulesInForce(new ExtractionEngine(RuleSet.Parse(text)), text.Hash, _time.GetUtcNow(), null);
            return [];
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            // whatever a file may do to the loader, the service goes on
            var faults = (refused as RuleFileException)?.Faults ?? [new RuleFault(Path.GetFileName(text.RulesPath), $"cannot be used: {refused.Message}")];
            _state = old with { Refused = new RefusedRules(text.Hash, _time.GetUtcNow(), faults) };
            return faults;
        }
    }

    /// <summary>Forgets a refusal: the file holds the rules in force again.</summary>
    public void Restore() => _state = _state with { Refused = null };
}

/// <summary>Rules in force.</summary>
/// <param name="Engine">Applies them.</param>
/// <param name="Hash">Of their two files.</param>
/// <param name="Since">When they were taken up, UTC.</param>
/// <param name="Refused">The last change that was not taken up; <see langword="null"/> when the files hold the rules in force.</param>
internal sealed record RulesInForce(ExtractionEngine Engine, string Hash, DateTimeOffset Since, RefusedRules? Refused);

/// <summary>A change that was not taken up.</summary>
/// <param name="Hash">Of its two files.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Faults">All that is wrong with it.</param>
internal sealed record RefusedRules(string Hash, DateTimeOffset At, IReadOnlyList<RuleFault> Faults);
