namespace Ocr.Gateway.Limits;

/// <summary>
/// A limit over a sliding time window. Requests are counted in <paramref name="Buckets"/> slices of the window, and a slice counts as long as
/// any part of it is in the window. No window of this length contains more requests than the limit, and at most one
/// slice of time is lost for the client.
/// </summary>
/// <param name="Name">Part of the key in Redis.</param>
/// <param name="Unit">Unit in error messages, Spanish.</param>
/// <param name="Length">Length of the window.</param>
/// <param name="Buckets">Number of slices; each is a whole number of milliseconds.</param>
/// <param name="Limit">Maximum number of requests, over 0.</param>
internal sealed record RateWindow(string Name, string Unit, TimeSpan Length, int Buckets, int Limit)
{
    /// <summary>Length of a slice, ms.</summary>
    public long BucketMilliseconds => (long)Length.TotalMilliseconds / Buckets;
}
