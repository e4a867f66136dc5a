using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Net;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Webhooks;

/// <summary>Settings of webhooks.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>Time in which a receiver has to respond; default 10 s.</summary>
    [Setting("WEBHOOK_TIMEOUT", "a number of seconds from 1 to 60")]
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Networks of receivers that are not public; only in these a receiver can use plain HTTP. Default none.</summary>
    [Setting("WEBHOOK_ALLOW", "addresses or networks separated by commas, such as 10.0.0.0/8")]
    public string Allow { get; set; } = "";

    /// <summary>Days after which finished deliveries are removed; default 30.</summary>
    [Setting("WEBHOOK_RETENTION_DAYS", "a number of days from 1 to 3650"), Range(1, 3_650)]
    public int RetentionDays { get; set; } = 30;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        NetworkList.Wrong(Allow).Select(entry => new ValidationResult($"'{entry}' is not an address or a network.", [nameof(Allow)]));
}
