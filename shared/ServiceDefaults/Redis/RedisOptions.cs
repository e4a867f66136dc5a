using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>Address of Redis (or Valkey), and its timeout.</summary>
public sealed class RedisOptions : IValidatableObject
{
    private const string Form = "redis://user:password@host:6379/0 (rediss:// for TLS), or leave it unset for none";

    /// <summary>Address of the server; unset for none.</summary>
    [Setting("REDIS_URL", Form)]
    public string? Url { get; set; }

    /// <summary>Timeout of one operation. Default 0.25 s.</summary>
    [Setting("REDIS_TIMEOUT", "a number of seconds from 0.01 to 30")]
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(0.25);

    /// <summary>Whether a server is configured.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Url);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && !RedisUrl.TryParse(Url!, out _))
        {
            // The message does not contain the value, because it contains a password.
            yield return new ValidationResult("is no Redis address.", [nameof(Url)]);
        }
    }
}
