using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Ocr.OcrWorker.Caching;
using Ocr.OcrWorker.Inference;
using Ocr.ServiceDefaults.Redis;

namespace Ocr.OcrWorker.Tests;

/// <summary>A worker without Redis, and so without other workers.</summary>
internal static class Alone
{
    public static DistributedReadLock With(IWordCache cache) => new(
        new RedisConnection(Options.Create(new RedisOptions()), TimeProvider.System, NullLogger<RedisConnection>.Instance), cache, TimeProvider.System);
}
