using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>Registers the connection to Redis.</summary>
public static class RedisExtensions
{
    /// <summary>Name of the health check; it exists only with a server.</summary>
    public const string CheckName = "redis";

    /// <summary>Adds a <see cref="RedisConnection"/>, and its health check where <c>REDIS_URL</c> is set. Services that share a process share it.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Contains <c>REDIS_URL</c>.</param>
    public static IServiceCollection AddRedis(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(RedisConnection)))
        {
            return services;
        }

        services.AddValidatedOptions<RedisOptions>();
        services.TryAddSingleton<RedisConnection>();
        if (configuration.GetValidated<RedisOptions>().IsConfigured)
        {
            services.AddSingleton<IWarmUp, RedisWarmUp>();
            services.AddHealthChecks().AddCheck<RedisHealthCheck>(CheckName, HealthStatus.Degraded, [HealthEndpoints.ReadyTag]);
        }

        return services;
    }
}
