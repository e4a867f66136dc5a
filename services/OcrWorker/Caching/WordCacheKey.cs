using Ocr.Recognition;

namespace Ocr.OcrWorker.Caching;

/// <summary>What recognised words depend on: the bytes, how they were read, and by which models.</summary>
/// <param name="Sha256">SHA-256 of the image, 64 lower-case hexadecimal digits.</param>
/// <param name="Profile">How it was looked at; API profiles that look alike share their words.</param>
/// <param name="Pack">Name and version of the model pack, <c>compact-1.0.0</c>; a new version leaves old entries to expire.</param>
internal readonly record struct WordCacheKey(string Sha256, ReadingProfile Profile, string Pack)
{
    /// <summary>The key of something about this image in Redis.</summary>
    /// <param name="kind"><c>words</c> or <c>reading</c>.</param>
    public string InRedis(string kind) => $"ocr:{kind}:{Pack}:{Profile}:{Sha256}";
}
