using System.Net;
using System.Net.Sockets;

namespace Ocr.Gateway.Access;

/// <summary>The name under which a client is counted and shown to the services.</summary>
internal static class ClientName
{
    // IPv6 clients are counted per /64 prefix.
    private const int Ipv6NetworkBytes = 8;

    /// <summary>
    /// Returns the name of a client: its key, else its address. The administrator is a separate client, so that guessing keys from the same address
    /// uses up the limits of the address only.
    /// </summary>
    public static string Of(HttpContext context) => context.Features.Get<AuthenticatedClient>() switch
    {
        { IsAdmin: true } => "admin",
        { Key: { } key } => $"key-{key.Id}",
        _ => OfAddress(context.Connection.RemoteIpAddress),
    };

    /// <summary>Name of the client with this address.</summary>
    public static string OfAddress(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, Ipv6NetworkBytes)) + "::/64"
            : address.ToString();
    }
}
