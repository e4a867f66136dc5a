using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;

namespace Ocr.ServiceDefaults.Net;

/// <summary>
/// Connects to URLs that clients name. It checks the address that the connection uses, after name resolution, so that a name which resolves to
/// another address a moment later (DNS rebinding) does not reach a private network.
/// </summary>
public sealed class PublicAddressGuard
{
    private const int MaxUrlLength = 2000;

    private readonly NetworkList _allowed;
    private readonly bool _requiresTls;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;

    /// <summary>Creates a guard.</summary>
    /// <param name="allowed">Networks that are allowed although they are not public.</param>
    /// <param name="resolve">Resolves a host name; <see langword="null"/> for that of the system.</param>
    /// <param name="requiresTls">Whether plain HTTP is possible only in the allowed networks.</param>
    public PublicAddressGuard(NetworkList allowed, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, bool requiresTls = true)
    {
        _allowed = allowed;
        _requiresTls = requiresTls;
        _resolve = resolve ?? Dns.GetHostAddressesAsync;
    }

    /// <summary>Whether this system may connect to an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isEncrypted">Whether the connection uses TLS.</param>
    public bool Allows(IPAddress address, bool isEncrypted) => _allowed.Contains(address) || ((isEncrypted || !_requiresTls) && PublicAddresses.Contain(address));

    /// <summary>The problem of a URL as far as its text shows it, with the fix, Spanish; <see langword="null"/> for none.</summary>
    /// <param name="text">The URL.</param>
    public string? ProblemOf(string? text)
    {
        if (text is not { Length: > 0 and <= MaxUrlLength } || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            return $"No es una URL. Use una como https://ejemplo.com/recibos, de {MaxUrlLength} caracteres como máximo";
        }

        if (url.UserInfo.Length > 0)
        {
            return "La URL contiene usuario o contraseña. Quítelos";
        }

        var isEncrypted = url.Scheme == Uri.UriSchemeHttps;
        if (!isEncrypted && (url.Scheme != Uri.UriSchemeHttp || (_requiresTls && _allowed.IsEmpty)))
        {
            return "La URL no usa https. Use https";
        }

        return IPAddress.TryParse(url.IdnHost, out var address) && !Allows(address, isEncrypted)
            ? "La dirección no es pública. Use una dirección pública, o pida al administrador que permita su red"
            : null;
    }

    /// <summary>A handler that connects to allowed addresses only, without redirects, proxy and cookies.</summary>
    /// <param name="connectTimeout">Maximum time of a connection attempt.</param>
    public SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) => new()
    {
        ConnectCallback = ConnectAsync,
        // Spans and metrics contain URLs and hosts, which can hold a secret of the receiver; without a propagator there are no spans.
        ActivityHeadersPropagator = null,
        MeterFactory = new UnobservedMeters(),
        ConnectTimeout = connectTimeout,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        // Names are resolved again after this time.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 16 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
    };

    /// <summary>Connects to the first allowed address of a host that accepts the connection.</summary>
    /// <param name="context">Host and request.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="AddressRefusedException">No address of the host is allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isEncrypted = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps;
        var resolved = IPAddress.TryParse(context.DnsEndPoint.Host, out var literal)
            ? [literal]
            : await _resolve(context.DnsEndPoint.Host, cancellationToken);
        var addresses = Array.FindAll(resolved, address => Allows(address, isEncrypted));
        if (addresses.Length == 0)
        {
            throw new AddressRefusedException();
        }

        // The addresses and not the name: the socket would resolve it again.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class UnobservedMeters : IMeterFactory
    {
        private readonly Meter _meter = new("Unobserved");

        public Meter Create(MeterOptions options) => _meter;

        public void Dispose() => _meter.Dispose();
    }
}
