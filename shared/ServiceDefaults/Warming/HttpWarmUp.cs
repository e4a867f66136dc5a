namespace Ocr.ServiceDefaults.Warming;

/// <summary>Sends and receives a request with a body, so that the first client does not wait for the compilation of the HTTP server.</summary>
public sealed class HttpWarmUp : IWarmUp
{
    private static readonly byte[] Body = new byte[64 * 1024];

    private LoopbackServer? _server;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _server ??= await LoopbackServer.StartAsync(cancellationToken);
        using var client = new HttpClient();
        using var content = new ByteArrayContent(Body);
        using var response = await client.PostAsync(_server.Address, content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public async Task EndAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
