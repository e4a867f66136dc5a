using System.Net;
using System.Net.Sockets;
using Ocr.Testing.Servers;

namespace Ocr.Integration.Harness;

/// <summary>The wire between a service and a server. What passes can be slowed down, and looked at.</summary>
internal sealed class Link : IDisposable
{
    private readonly TcpListener _listener;
    private readonly int _server;

    public Link(int server)
    {
        _server = server;
        _listener = new TcpListener(IPAddress.Loopback, FreePort.Take());
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>What every packet to the server takes longer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Sees every packet to the server before it is passed on.</summary>
    public Func<ReadOnlyMemory<byte>, Task>? Sniff { get; set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ConnectAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConnectAsync(TcpClient near)
    {
        using (near)
        using (var far = new TcpClient { NoDelay = true })
        {
            try
            {
                near.NoDelay = true;
                await far.ConnectAsync(IPAddress.Loopback, _server);
                // Either side's end is the end of both.
                await Task.WhenAny(PumpAsync(near, far, outward: true), PumpAsync(far, near, outward: false));
            }
            catch (SocketException)
            {
                // The server is away, which the service learns by this connection's end.
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool outward)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var count)
            {
                if (outward)
                {
                    await Task.Delay(Delay);
                    await (Sniff?.Invoke(buffer.AsMemory(0, count)) ?? Task.CompletedTask);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // One side is gone.
        }
    }
}
