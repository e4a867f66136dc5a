using Ocr.Gateway.Telemetry;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Webhooks;

/// <summary>Registers webhooks.</summary>
internal static class WebhookSetup
{
    /// <summary>Adds the store of webhooks and the delivery of events.</summary>
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddValidatedOptions<WebhookOptions>();
        services.AddSingleton<WebhookStore>().AddSingleton<Deliveries>().AddSingleton<DeliveryLog>().AddSingleton<WebhookSender>();
        services.AddSingleton<ReceiverAddresses>();
        services.AddHostedService<WebhookDeliverer>();
        services.AddHostedService<DeliverySample>();
    }
}
