namespace Ocr.Gateway.Limits;

/// <summary>Result of a check against the limits.</summary>
/// <param name="Exceeded">The window that is full; <see langword="null"/> when the request is admitted.</param>
/// <param name="RetryAfter">Time until the window admits a request.</param>
internal readonly record struct RateVerdict(RateWindow? Exceeded, TimeSpan RetryAfter)
{
    /// <summary>Whether the request is admitted.</summary>
    public bool Allowed => Exceeded is null;
}
