using System.Net;
using System.Net.Sockets;

namespace Ocr.Testing.Servers;

/// <summary>Free ports for servers that cannot choose one.</summary>
public static class FreePort
{
    /// <summary>An unused port below the range that the system assigns to clients.</summary>
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
