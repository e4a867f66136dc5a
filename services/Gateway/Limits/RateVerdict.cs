namespace Ocr.Gateway.Limits;

/// <summary>Whether a request may pass.</summary>
/// <param name="Exceeded">The window that is full; <see langword="null"/> when the request may pass.</param>
/// <param name="RetryAfter">When it has room again.</param>
internal readonly record struct RateVerdict(RateWindow? Exceeded, TimeSpan RetryAfter)
{
    /// <summary>Whether it may pass.</summary>
    public bool Allowed => Exceeded is null;
}
