using System.Net;

namespace Ocr.ServiceDefaults.Net;

/// <summary>Addresses and networks of a setting, separated by commas.</summary>
public sealed class NetworkList
{
    private readonly IPNetwork[] _networks;

    private NetworkList(IPNetwork[] networks) => _networks = networks;

    /// <summary>No network.</summary>
    public static NetworkList Empty { get; } = new([]);

    /// <summary>Whether it has no entry.</summary>
    public bool IsEmpty => _networks.Length == 0;

    /// <summary>Reads a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <exception cref="FormatException">An entry is neither an address nor a network.</exception>
    public static NetworkList Parse(string setting) => new(
        [.. Entries(setting).Select(entry => Network(entry) ?? throw new FormatException($"{entry} is not an address or a network."))]);

    /// <summary>The entries that are neither an address nor a network.</summary>
    /// <param name="setting">The setting.</param>
    public static IEnumerable<string> Wrong(string setting) => Entries(setting).Where(entry => Network(entry) is null);

    /// <summary>Whether an address is in one of the networks. An IPv4 address that is mapped to IPv6 counts as the IPv4 address.</summary>
    /// <param name="address">The address.</param>
    public bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, network => network.Contains(plain));
    }

    private static string[] Entries(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static IPNetwork? Network(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
