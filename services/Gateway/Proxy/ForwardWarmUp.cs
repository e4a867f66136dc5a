using Ocr.ServiceDefaults.Warming;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Forwarder;

namespace Ocr.Gateway.Proxy;

/// <summary>
/// Forwards a request with a body to the health check of each service. Later requests use the same connections. An unavailable service does not fail the warm-up.
/// </summary>
internal sealed class ForwardWarmUp(IProxyStateLookup proxy, IHttpForwarder forwarder) : IWarmUp
{
    private const string Path = "/health/live";

    private static readonly byte[] Body = new byte[64 * 1024];

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var cluster in proxy.GetClusters())
        {
            foreach (var destination in cluster.Destinations.Values)
            {
                using var request = new MemoryStream(Body, writable: false);
                using var response = new MemoryStream();
                var context = new DefaultHttpContext { RequestAborted = cancellationToken };
                context.Request.Method = HttpMethods.Post;
                context.Request.Path = Path;
                context.Request.Body = request;
                context.Request.ContentLength = Body.Length;
                context.Response.Body = response;
                await forwarder.SendAsync(context, destination.Model.Config.Address, cluster.Model.HttpClient);
            }
        }
    }
}
