using Microsoft.Extensions.Time.Testing;

namespace Ocr.Client.Tests;

/// <summary>Verifies the example of the Standard Webhooks specification.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_plJ3nmyCDGBKInavdOK15jsl";
    private const string Signature = "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=";
    private const long SentAt = 1731705121;

    [Theory]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", Signature, 0, true)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", "v1a,AAAA v1,AAAA " + Signature, 299, true)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", Signature, 301, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", Signature, -301, false)]
    [InlineData("msg_other", "1731705121", Signature, 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705120", Signature, 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "-1731705121", Signature, 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "9223372036854775807", Signature, 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", "v1,", 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", "v1,not base64", 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", null, Signature, 0, false)]
    [InlineData(null, "1731705121", Signature, 0, false)]
    [InlineData("msg_loFOjxBNrRLzqYUf", "1731705121", null, 0, false)]
    public void Only_a_signed_and_recent_request_is_valid(string? id, string? timestamp, string? signatures, int age, bool valid)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(SentAt + age));

        Assert.Equal(valid, Webhook.IsValid(Secret, id, timestamp, signatures, """{"event_type":"ping","data":{"success":true}}"""u8, clock));
        Assert.False(Webhook.IsValid(Secret, id, timestamp, signatures, """{"event_type":"ping","data":{"success":false}}"""u8, clock));
    }
}
