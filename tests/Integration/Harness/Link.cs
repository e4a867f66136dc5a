using System.Net;
using System.Net.Sockets;
using Ocr.Testing.Servers;

namespace Ocr.Integration.Harness;

/// <summary>A TCP proxy between a service and a server. It can delay and inspect packets.</summary>
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

    /// <summary>Delay of every packet to the server.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Receives every packet to the server before it is forwarded.</summary>
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
            // The proxy was disposed.
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
                // When one side closes its connection, both are closed.
                await Task.WhenAny(PumpAsync(near, far, outward: true), PumpAsync(far, near, outward: false));
            }
            catch (SocketException)
            {
                // The server is unavailable; the service sees a closed connection.
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
            // One side has closed its connection.
        }
    }
}
