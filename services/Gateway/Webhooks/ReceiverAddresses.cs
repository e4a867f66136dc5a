using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Net;

namespace Ocr.Gateway.Webhooks;

/// <summary>Addresses that receivers can have. A separate type, because services in one process have different rules.</summary>
internal sealed class ReceiverAddresses(IOptions<WebhookOptions> options)
{
    /// <summary>The rules.</summary>
    public PublicAddressGuard Guard { get; } = new(NetworkList.Parse(options.Value.Allow));
}
