using Microsoft.Net.Http.Headers;
using Ocr.Gateway.Access;
using Ocr.Gateway.Routes;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Ocr.Gateway.Proxy;

/// <summary>Proxy routes to the services. The gateway handles all other paths itself.</summary>
internal static class GatewayRoutes
{
    private const string Ingest = "ingest";
    private const string Results = "results";

    private static readonly (string Path, string Cluster)[] Paths =
    [
        ("/api/upload", Ingest),
        ("/api/secure/upload", Ingest),
        ("/api/ocr/process_image", Ingest),
        ("/api/ocr/read", Ingest),
        ("/api/files/pending", Ingest),
        ("/api/ocr/process_batch", Ingest),
        ("/api/ocr/status/{**id}", Ingest),
        ("/api/clean", Ingest),
        ("/api/ocr/image/{**id}", Ingest),
        ("/api/files/processed", Results),
        ("/api/ocr/result/{**id}", Results),
        ("/api/ocr/result_data/{**id}", Results),
        ("/api/ocr/download_json/{**id}", Results),
        ("/api/extract_results", Results),
        ("/api/batches/{**rest}", Results),
        ("/api/batches/{id}/reread", Ingest),
        ("/api/receipts/{id}/reread", Ingest),
        ("/api/receipts/{**rest}", Results),
        ("/api/draws/{**rest}", Results),
    ];

    /// <summary>The routes. Every method of a path is forwarded; the service returns 405 for methods that it does not support.</summary>
    public static IReadOnlyList<RouteConfig> Routes(GatewayOptions options) =>
    [
        .. Paths.Select(path => new RouteConfig
        {
            RouteId = path.Path,
            ClusterId = path.Cluster,
            Match = new RouteMatch { Path = path.Path },

            // The proxy's limit replaces the server's limit while it forwards. Both have the same value.
            MaxRequestBodySize = options.MaxBody(RouteRules.Of((PathString)path.Path)),

            // The gateway has checked the credentials. Services do not need them.
            Transforms =
            [
                new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestHeaderRemove"] = Credentials.KeyHeader },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestHeaderRemove"] = HeaderNames.Authorization },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestHeaderRemove"] = HeaderNames.Cookie },
            ],
        }),
    ];

    /// <summary>The services.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(GatewayOptions options) =>
    [
        Cluster(Ingest, options.IngestUrl, options.Timeout),
        Cluster(Results, options.ResultsUrl, options.Timeout),
    ];

    private static ClusterConfig Cluster(string id, Uri address, TimeSpan timeout) => new()
    {
        ClusterId = id,
        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
        {
            [id] = new() { Address = address.AbsoluteUri },
        },
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = timeout },
    };
}
