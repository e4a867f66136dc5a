using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Storage;

/// <summary>Registers the object store.</summary>
public static class ObjectStoreExtensions
{
    // Shorter than the timeout of clients of /health/ready, so that a slow store does not delay the whole response.
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>Adds the store of this process with its readiness check. Several services in one process can call it.</summary>
    /// <param name="services">The services of the host.</param>
    public static IServiceCollection AddObjectStore(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(IObjectStore)))
        {
            return services;
        }

        services.AddValidatedOptions<ObjectStoreOptions>();
        services.TryAddSingleton(provider => Create(provider.GetRequiredService<IOptions<ObjectStoreOptions>>().Value));
        services.AddSingleton<IWarmUp, ObjectStoreWarmUp>();
        services.AddHealthChecks().AddCheck<ObjectStoreHealthCheck>(
            HealthEndpoints.ObjectStoreCheck, failureStatus: null, tags: [HealthEndpoints.ReadyTag], CheckTimeout);
        return services;
    }

    private static IObjectStore Create(ObjectStoreOptions options) => options.Kind switch
    {
        ObjectStoreKind.File => new FileSystemObjectStore(Path.Combine(options.DataDirectory, "images")),
        ObjectStoreKind.S3 => new S3ObjectStore(Client(options), options.Bucket!, options.Prefix),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };

    internal static AmazonS3Client Client(ObjectStoreOptions options)
    {
        var config = new AmazonS3Config { AuthenticationRegion = options.Region, Timeout = TimeSpan.FromSeconds(30), MaxErrorRetry = 2 };
        if (options.Endpoint is { } endpoint)
        {
            // Compatible servers have one host name; the bucket is in the path.
            config.ServiceURL = endpoint.ToString();
            config.ForcePathStyle = true;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return options.AccessKey is null
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }
}
