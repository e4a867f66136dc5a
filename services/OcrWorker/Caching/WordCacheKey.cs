using Ocr.Recognition;

namespace Ocr.OcrWorker.Caching;

/// <summary>What recognized words depend on: the image, the reading profile and the models.</summary>
/// <param name="Sha256">SHA-256 of the image, 64 lower-case hexadecimal digits.</param>
/// <param name="Profile">Reading profile; API profiles with the same reading profile share entries.</param>
/// <param name="Pack">Name and version of the model pack, <c>compact-1.0.0</c>; entries of an old version expire.</param>
internal readonly record struct WordCacheKey(string Sha256, ReadingProfile Profile, string Pack)
{
    /// <summary>Returns the Redis key of one kind of data on this image.</summary>
    /// <param name="kind"><c>words</c> or <c>reading</c>.</param>
    public string InRedis(string kind) => $"ocr:{kind}:{Pack}:{Profile}:{Sha256}";
}
