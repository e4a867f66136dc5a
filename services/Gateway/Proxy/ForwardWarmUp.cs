using Ocr.ServiceDefaults.Warming;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Forwarder;

namespace Ocr.Gateway.Proxy;

/// <summary>
/// Forwards a request with a body to the health check of each service, whose later requests use the same connections, and to a loopback server, because the
/// services may start later. An unavailable service does not fail the warm-up.
/// </summary>
internal sealed class ForwardWarmUp(IProxyStateLookup proxy, IHttpForwarder forwarder) : IWarmUp
{
    private const string Path = "/health/live";

    private static readonly byte[] Body = new byte[64 * 1024];

    private LoopbackServer? _server;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _server ??= await LoopbackServer.StartAsync(cancellationToken);
        var clusters = proxy.GetClusters().ToList();
        await ForwardAsync(_server.Address.ToString(), clusters[0].Model.HttpClient, cancellationToken);
        foreach (var cluster in clusters)
        {
            foreach (var destination in cluster.Destinations.Values)
            {
                await ForwardAsync(destination.Model.Config.Address, cluster.Model.HttpClient, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public async Task EndAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task ForwardAsync(string address, HttpMessageInvoker client, CancellationToken cancellationToken)
    {
        using var request = new MemoryStream(Body, writable: false);
        using var response = new MemoryStream();
        var context = new DefaultHttpContext { RequestAborted = cancellationToken };
        context.Request.Method = HttpMethods.Post;
        context.Request.Path = Path;
        context.Request.Body = request;
        context.Request.ContentLength = Body.Length;
        context.Response.Body = response;
        await forwarder.SendAsync(context, address, client);
    }
}
