using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Gateway.Events;

/// <summary>An event to store.</summary>
/// <param name="MessageId">Identity of the event.</param>
/// <param name="Tenant">Tenant that owns it.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="RequestId">Batch.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Body">JSON with type, timestamp and data.</param>
internal sealed record NewEvent(string MessageId, string Tenant, string Type, string RequestId, DateTimeOffset At, string Body)
{
    private const int IdBytes = 16;

    /// <summary>Number of receipts in the batch; <see langword="null"/> when it is not known.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Creates an event. The same key always gives the same id, so that a repeated message is recognized.</summary>
    public static NewEvent Of<T>(string tenant, string type, string key, string requestId, DateTimeOffset at, T data) => new(
        "evt_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}:{key}")).AsSpan(0, IdBytes)),
        tenant,
        type,
        requestId,
        at,
        JsonSerializer.Serialize(new EventBody<T>(type, at, tenant, data), OcrJson.Options));
}

/// <summary>JSON that a receiver gets.</summary>
internal sealed record EventBody<T>(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp,
    [property: JsonPropertyName("tenant")] string Tenant,
    [property: JsonPropertyName("data")] T Data);
