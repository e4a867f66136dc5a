using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ocr.Client;

/// <summary>Verifies webhooks (Standard Webhooks). An event can arrive more than once, with the same <c>webhook-id</c>.</summary>
public static class Webhook
{
    private const string SecretPrefix = "whsec_", Version = "v1,";

    /// <summary>Maximum age of a webhook, and maximum difference of the clocks.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether a request comes from the owner of the secret and is new. Respond with 400 when it does not.</summary>
    /// <param name="secret">The secret of the webhook. During a rotation, check both secrets.</param>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="timestamp">Header <c>webhook-timestamp</c>.</param>
    /// <param name="signatures">Header <c>webhook-signature</c>.</param>
    /// <param name="body">The body exactly as received.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="FormatException">The secret is malformed.</exception>
    public static bool IsValid(string secret, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, TimeProvider? time = null)
    {
        var key = Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
        if (string.IsNullOrEmpty(id) || signatures is null
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((time ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Tolerance.TotalSeconds)
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, signed, expected);
        return IsAmong(signatures, expected);
    }

    private static bool IsAmong(string signatures, ReadOnlySpan<byte> expected)
    {
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var signature in signatures.Split(' '))
        {
            if (signature.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[Version.Length..], sent, out var length)
                && CryptographicOperations.FixedTimeEquals(sent[..length], expected))
            {
                return true;
            }
        }

        return false;
    }
}
