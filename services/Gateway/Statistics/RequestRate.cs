namespace Ocr.Gateway.Statistics;

/// <summary>Counts the requests to the API that this gateway received in the last minute.</summary>
internal sealed class RequestRate(TimeProvider time)
{
    private const int Seconds = 60;

    private readonly Lock _lock = new();
    private readonly Queue<(long Second, int Count)> _counts = [];
    private (long Second, int Count) _current;
    private int _total;

    /// <summary>Requests in the last 60 seconds, the current one included.</summary>
    public int PerMinute
    {
        get
        {
            lock (_lock)
            {
                Advance();
                return _total + _current.Count;
            }
        }
    }

    /// <summary>Counts a request.</summary>
    public void Count()
    {
        lock (_lock)
        {
            Advance();
            _current.Count++;
        }
    }

    private void Advance()
    {
        var now = time.GetTimestamp() / time.TimestampFrequency;
        if (now != _current.Second)
        {
            _counts.Enqueue(_current);
            _total += _current.Count;
            _current = (now, 0);
        }

        while (_counts.TryPeek(out var oldest) && oldest.Second <= now - Seconds)
        {
            _total -= _counts.Dequeue().Count;
        }
    }
}
