using System.Net;
using System.Net.Sockets;

namespace Ocr.ServiceDefaults.Outbound;

/// <summary>Whether requests to addresses that clients name may connect to an address; <see cref="PublicAddress.Is"/> outside tests.</summary>
/// <param name="address">An address that a name resolved to.</param>
public delegate bool AddressRule(IPAddress address);

/// <summary>A name resolved to an address that is not allowed.</summary>
public sealed class RefusedAddressException() : IOException("The name resolves to an address that is not allowed.");

/// <summary>
/// HTTP to addresses that clients name (docs/adr/0046). The addresses are checked where the connection is made, so that a name cannot resolve to
/// another address after the check. Redirects are not followed; no proxy, cookies or trace headers are used.
/// </summary>
public static class GuardedHttp
{
    private const int MaxHeaderKilobytes = 16;

    /// <summary>A handler that connects to allowed addresses only. A name with one address that is not allowed is refused.</summary>
    /// <param name="allows">The rule.</param>
    /// <param name="connectTimeout">Maximum time to resolve and connect.</param>
    /// <exception cref="HttpRequestException">From requests; its cause is <see cref="RefusedAddressException"/> for a refused address.</exception>
    public static SocketsHttpHandler CreateHandler(AddressRule allows, TimeSpan connectTimeout)
    {
        ArgumentNullException.ThrowIfNull(allows);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = connectTimeout,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, allows, cancellationToken),
        };
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, AddressRule allows, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(address => allows(address)))
        {
            throw new RefusedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
