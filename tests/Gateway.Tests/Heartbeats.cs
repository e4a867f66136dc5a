using Ocr.Contracts;

namespace Ocr.Gateway.Tests;

internal static class Heartbeats
{
    public static WorkerHeartbeat Make(int worker = 1) => new()
    {
        WorkerId = new Guid(worker, 0, 0, new byte[8]),
        StartedAt = DateTimeOffset.UnixEpoch.AddMinutes(worker),
        SentAt = DateTimeOffset.UnixEpoch.AddHours(1),
        IntervalSeconds = 5,
        Stopping = false,
        Model = "compact-1.0.0",
        Profiles = ["ultra_rapido"],
        CacheEntries = 0,
        Succeeded = 0,
        Failed = 0,
        CacheHits = 0,
        ReceiptsPerSecond = 0,
    };
}
