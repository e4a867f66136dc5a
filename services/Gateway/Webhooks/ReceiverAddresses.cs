using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Net;

namespace Ocr.Gateway.Webhooks;

/// <summary>Which addresses receivers can have. A type of its own, because services that share a process have their own rules.</summary>
internal sealed class ReceiverAddresses(IOptions<WebhookOptions> options)
{
    /// <summary>The rules.</summary>
    public PublicAddressGuard Guard { get; } = new(NetworkList.Parse(options.Value.Allow));
}
