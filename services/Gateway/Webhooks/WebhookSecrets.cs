using System.Security.Cryptography;
using Ocr.Gateway.Data;
using StandardWebhooks;

namespace Ocr.Gateway.Webhooks;

/// <summary>Secrets of webhooks and signatures with them (Standard Webhooks).</summary>
internal static class WebhookSecrets
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;

    /// <summary>A new secret.</summary>
    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Value of <c>webhook-signature</c>: a signature per valid secret, the newest first.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="stored">The event.</param>
    /// <param name="now">Time of the attempt.</param>
    public static string Sign(WebhookRow webhook, EventRow stored, DateTimeOffset now) =>
        string.Join(' ', Valid(webhook, now).Select(secret => new StandardWebhook(secret).Sign(stored.MessageId, now, stored.Body)));

    private static IEnumerable<string> Valid(WebhookRow webhook, DateTimeOffset now)
    {
        yield return webhook.Secret;
        if (webhook.PreviousSecret is { } previous && webhook.PreviousSecretUntil > now)
        {
            yield return previous;
        }
    }
}
