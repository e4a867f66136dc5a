using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Access;

/// <summary>Settings of authentication.</summary>
public sealed class AccessOptions : IValidatableObject
{
    private const int SecretLength = 32;
    private const int AdminKeyLength = 16;

    /// <summary>Whether every request except health and documentation needs a key or a token; default false.</summary>
    [Setting("AUTH_REQUIRED", "true or false")]
    public bool Required { get; set; }

    /// <summary>Secret that signs tokens, equal in all gateways. Without it no token is issued or accepted.</summary>
    [Setting("SESSION_SECRET", "a random text of at least 32 characters")]
    public string? SessionSecret { get; set; }

    /// <summary>Key that manages the keys of clients. Without it keys cannot be managed.</summary>
    [Setting("ADMIN_API_KEY", "a random text of at least 16 characters, or leave it unset")]
    public string? AdminKey { get; set; }

    /// <summary>Lifetime of a token; default 24 hours.</summary>
    [Setting("TOKEN_LIFETIME", "a number of seconds from 60 to 2592000")]
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Issuer of tokens (<c>iss</c>).</summary>
    [Setting("TOKEN_ISSUER", "a name"), Required]
    public string TokenIssuer { get; set; } = "ocr-gateway";

    /// <summary>Audience of tokens (<c>aud</c>).</summary>
    [Setting("TOKEN_AUDIENCE", "a name"), Required]
    public string TokenAudience { get; set; } = "ocr-api";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Required && SessionSecret is null)
        {
            yield return new ValidationResult("is needed while AUTH_REQUIRED is true.", [nameof(SessionSecret)]);
        }

        if (SessionSecret is { Length: < SecretLength })
        {
            yield return new ValidationResult("is too short.", [nameof(SessionSecret)]);
        }

        if (AdminKey is { Length: < AdminKeyLength })
        {
            yield return new ValidationResult("is too short.", [nameof(AdminKey)]);
        }
        else if (AdminKey is not null && WeakSecrets.IsWeak(AdminKey))
        {
            yield return new ValidationResult("can be guessed.", [nameof(AdminKey)]);
        }

        if (SessionSecret is { Length: >= SecretLength } && WeakSecrets.IsWeak(SessionSecret))
        {
            yield return new ValidationResult("can be guessed.", [nameof(SessionSecret)]);
        }
    }
}
