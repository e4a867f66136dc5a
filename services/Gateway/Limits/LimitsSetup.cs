using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Redis;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Limits;

/// <summary>Registers the limits.</summary>
internal static class LimitsSetup
{
    /// <summary>Adds the limiter and its counters.</summary>
    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRedis(configuration);
        services.AddValidatedOptions<RateLimitOptions>();
        services.AddSingleton<RedisRateCounter>().AddSingleton<LocalRateCounter>().AddSingleton<RateLimiter>();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, TrustedProxies>();
    }
}
