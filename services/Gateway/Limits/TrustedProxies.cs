using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace Ocr.Gateway.Limits;

/// <summary>Configures the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are used.</summary>
internal sealed class TrustedProxies(IOptions<RateLimitOptions> limits) : IConfigureOptions<ForwardedHeadersOptions>
{
    /// <summary>The entries of the setting that are neither an address nor a network.</summary>
    public static IEnumerable<string> Wrong(string setting) => Entries(setting).Where(entry => Network(entry) is null);

    /// <inheritdoc/>
    public void Configure(ForwardedHeadersOptions options)
    {
        var networks = Entries(limits.Value.TrustedProxies).Select(Network).OfType<IPNetwork>().ToArray();
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        if (networks.Length == 0)
        {
            // Empty lists would trust every sender.
            options.ForwardedHeaders = ForwardedHeaders.None;
            return;
        }

        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    private static string[] Entries(string setting) =>
        setting.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Network(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.TryParse(entry, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
