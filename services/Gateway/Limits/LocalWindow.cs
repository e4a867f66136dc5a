namespace Ocr.Gateway.Limits;

/// <summary>The requests of one client in one window. The algorithm is that of <c>rate.lua</c>. Not thread-safe.</summary>
internal sealed class LocalWindow(RateWindow window)
{
    private readonly Queue<(long Bucket, int Count)> _past = [];
    private (long Bucket, int Count) _current = (long.MinValue, 0);
    private int _total;

    /// <summary>Counts a request.</summary>
    /// <param name="now">Unix time, ms.</param>
    public void Add(long now)
    {
        RemoveExpired(now);

        // After the clock was set back, requests count in the newest slice.
        var bucket = Math.Max(now / window.BucketMilliseconds, _current.Bucket);
        if (bucket != _current.Bucket)
        {
            if (_current.Count > 0)
            {
                _past.Enqueue(_current);
            }

            _current = (bucket, 0);
        }

        _current.Count++;
        _total++;
    }

    /// <summary>Time until another request fits, ms; 0 when it fits now.</summary>
    /// <param name="limit">Maximum number of requests, over 0.</param>
    /// <param name="now">Unix time, ms.</param>
    public long WaitFor(int limit, long now)
    {
        RemoveExpired(now);
        var left = _total;
        foreach (var (bucket, count) in _past.Append(_current))
        {
            if (left < limit)
            {
                break;
            }

            left -= count;
            if (left < limit)
            {
                return ((bucket + window.Buckets + 1) * window.BucketMilliseconds) - now;
            }
        }

        return 0;
    }

    /// <summary>Whether the window is empty.</summary>
    public bool IsEmpty(long now)
    {
        RemoveExpired(now);
        return _total == 0;
    }

    private void RemoveExpired(long now)
    {
        var oldest = (now / window.BucketMilliseconds) - window.Buckets;
        while (_past.TryPeek(out var past) && past.Bucket < oldest)
        {
            _total -= _past.Dequeue().Count;
        }

        if (_current.Bucket < oldest)
        {
            _total -= _current.Count;
            _current.Count = 0;
        }
    }
}
