using System.Net;
using System.Net.Sockets;

namespace Ocr.ServiceDefaults.Net;

/// <summary>Which addresses are on the public internet. Addresses of this machine, of its networks and of cloud metadata services are not.</summary>
public static class PublicAddresses
{
    // IANA special-purpose registry. Metadata services are at 169.254.169.254, 100.100.100.200, 192.0.0.192 and 168.63.129.16.
    private static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32");

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Within 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which contains an IPv4 address.
    private static readonly IPNetwork[] Special6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>Whether an address is public. An IPv4 address that is mapped to IPv6 counts as the IPv4 address.</summary>
    /// <param name="address">The address.</param>
    public static bool Contain(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Special4, network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => Global6.Contains(address) && !Array.Exists(Special6, network => network.Contains(address)),
            _ => false,
        };
    }

    private static IPNetwork[] Networks(params string[] texts) => Array.ConvertAll(texts, IPNetwork.Parse);
}
