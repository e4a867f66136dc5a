using System.Diagnostics.Metrics;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>Measures the wait of receipts for each stage, and the work of each stage.</summary>
public sealed class StageClock
{
    /// <summary>From the opening of the batch to the first sending, including the wait for worker capacity.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>Words from the cache or from the image.</summary>
    public const string Recognize = "recognize";

    /// <summary>Fields from the words.</summary>
    public const string Extract = "extract";

    /// <summary>The result is stored.</summary>
    public const string Store = "store";

    /// <summary>The receipt becomes final.</summary>
    public const string Finish = "finish";

    private readonly Histogram<double> _stages;
    private readonly TimeProvider _time;

    /// <summary>Creates the instrument.</summary>
    /// <param name="meters">The meters of the host.</param>
    /// <param name="time">The clock.</param>
    public StageClock(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _stages = meters.Create(Metrics.StagesMeter).Histogram(Metrics.Stage);
        _time = time;
    }

    /// <summary>Records the wait of a receipt for a stage until now.</summary>
    /// <param name="stage">One of the names above.</param>
    /// <param name="since">When the message was sent, UTC, by the sender's clock; negative times from clock skew count as 0. Unknown times are not counted.</param>
    public void Waited(string stage, DateTimeOffset? since)
    {
        if (since is { } start)
        {
            Record(stage, "wait", Math.Max(0, (_time.GetUtcNow() - start).TotalSeconds));
        }
    }

    /// <summary>Records the wait for a message and starts the measurement of its work.</summary>
    /// <param name="stage">One of the names above.</param>
    /// <param name="sent">When the message was sent, UTC.</param>
    /// <returns>Ends the measurement when it is disposed.</returns>
    public IDisposable Work(string stage, DateTime? sent)
    {
        Waited(stage, sent is { } instant ? new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)) : null);
        return new Span(this, stage, _time.GetTimestamp());
    }

    private void Record(string stage, string part, double seconds) =>
        _stages.Record(seconds, new(Metrics.StageTag, stage), new(Metrics.PartTag, part));

    private sealed class Span(StageClock clock, string stage, long started) : IDisposable
    {
        public void Dispose() => clock.Record(stage, "work", clock._time.GetElapsedTime(started).TotalSeconds);
    }
}
