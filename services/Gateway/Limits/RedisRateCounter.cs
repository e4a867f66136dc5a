using System.Globalization;
using Ocr.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace Ocr.Gateway.Limits;

/// <summary>Counts the requests of all gateways in Redis, by the clock of Redis.</summary>
internal sealed class RedisRateCounter(RedisConnection redis)
{
    private static readonly string Script = ReadScript();

    private readonly string _gateway = Guid.NewGuid().ToString("N");

    /// <summary>Checks and counts a request in one round trip.</summary>
    /// <returns>Whether Redis responded, the verdict, and the number of gateways that were active in the last minute.</returns>
    public async ValueTask<RedisResponse<(RateVerdict Verdict, int Gateways)>> TakeAsync(
        string client, IReadOnlyList<RateWindow> windows, CancellationToken cancellationToken)
    {
        RedisKey[] keys = ["ocr:gateways", .. windows.Select(window => (RedisKey)$"ocr:rate:{client}:{window.Name}")];
        RedisValue[] arguments =
            [_gateway, .. windows.SelectMany(window => (RedisValue[])[window.BucketMilliseconds, window.Buckets, window.Limit])];
        var response = await redis.TryAsync(database => database.ScriptEvaluateAsync(Script, keys, arguments), cancellationToken);
        return response is { Succeeded: true, Value: { } value } ? new(true, Read((long[])value!, windows)) : default;
    }

    private static (RateVerdict Verdict, int Gateways) Read(long[] reply, IReadOnlyList<RateWindow> windows)
    {
        var verdict = reply[1] == 0 ? default : new RateVerdict(windows[(int)reply[1] - 1], TimeSpan.FromMilliseconds(reply[2]));
        return (verdict, Convert.ToInt32(reply[0], CultureInfo.InvariantCulture));
    }

    private static string ReadScript()
    {
        using var stream = typeof(RedisRateCounter).Assembly.GetManifestResourceStream("Ocr.Gateway.Limits.rate.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
