using System.Net;
using System.Net.Sockets;

namespace Ocr.Testing.Servers;

/// <summary>Ports for servers that have to be told theirs.</summary>
public static class FreePort
{
    /// <summary>A port that nobody listens on now, below those that the system hands out to clients.</summary>
    public static int Take()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
