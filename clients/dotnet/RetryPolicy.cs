namespace Ocr.Client;

/// <summary>When a request is sent again. <c>Retry-After</c> of the server takes precedence over the exponential backoff with jitter.</summary>
public sealed record RetryPolicy
{
    /// <summary>Maximum number of times that a request is sent.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Wait before the second attempt.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Longest wait. The error is thrown when the server requires a longer one.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Returns the wait after an attempt, or <see langword="null"/> when there is no further attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">The wait that the server requires.</param>
    public TimeSpan? WaitAfter(int attempt, TimeSpan? retryAfter)
    {
        if (attempt >= Attempts)
        {
            return null;
        }

        if (retryAfter is { } required)
        {
            return required <= LongestWait ? required : null;
        }

        var wait = FirstWait * Math.Pow(2, attempt - 1);
        // Clients that failed at the same time must not return at the same time.
        return (wait < LongestWait ? wait : LongestWait) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
