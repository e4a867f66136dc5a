namespace Ocr.Gateway.Limits;

/// <summary>
/// A limit over a stretch of time. Requests are counted in <paramref name="Buckets"/> slices of the stretch, and a slice counts as long as
/// any part of it lies in the stretch: no stretch of this length ever holds more than the limit, wherever it begins, and at most one
/// slice of time is lost to the client.
/// </summary>
/// <param name="Name">Key in the store.</param>
/// <param name="Unit">Unit for people, Spanish.</param>
/// <param name="Length">Length of the stretch.</param>
/// <param name="Buckets">Slices; the length is a whole number of milliseconds each.</param>
/// <param name="Limit">Most requests, over 0.</param>
internal sealed record RateWindow(string Name, string Unit, TimeSpan Length, int Buckets, int Limit)
{
    /// <summary>Length of a slice, ms.</summary>
    public long BucketMilliseconds => (long)Length.TotalMilliseconds / Buckets;
}
