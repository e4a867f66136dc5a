using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Limits;

/// <summary>Requests that one client may make (§3.3 of the specification); 0 turns a limit off.</summary>
public sealed class RateLimitOptions : IValidatableObject
{
    private const string Fix = "a number of requests, or 0 for no limit";

    /// <summary>Requests per minute; default 60.</summary>
    [Setting("RATE_LIMIT_PER_MINUTE", Fix), Range(0, 1_000_000)]
    public int PerMinute { get; set; } = 60;

    /// <summary>Requests per hour; default 1,000.</summary>
    [Setting("RATE_LIMIT_PER_HOUR", Fix), Range(0, 10_000_000)]
    public int PerHour { get; set; } = 1_000;

    /// <summary>Requests per second; default 10.</summary>
    [Setting("RATE_LIMIT_BURST", Fix), Range(0, 100_000)]
    public int Burst { get; set; } = 10;

    /// <summary>Uploads per minute; default 10.</summary>
    [Setting("RATE_LIMIT_UPLOAD_PER_MINUTE", Fix), Range(0, 1_000_000)]
    public int UploadPerMinute { get; set; } = 10;

    /// <summary>Opened batches per minute; default 5.</summary>
    [Setting("RATE_LIMIT_PROCESS_PER_MINUTE", Fix), Range(0, 1_000_000)]
    public int ProcessPerMinute { get; set; } = 5;

    /// <summary>Reads of the web page per minute; default 240. The other limits do not count them.</summary>
    [Setting("RATE_LIMIT_PAGE_PER_MINUTE", Fix), Range(0, 1_000_000)]
    public int PagePerMinute { get; set; } = 240;

    /// <summary>
    /// Requests per minute for receipts, draws and their images; default 600. The other limits do not count them: a person who decides on a
    /// receipt every two seconds makes several requests for each.
    /// </summary>
    [Setting("RATE_LIMIT_REVIEW_PER_MINUTE", Fix), Range(0, 1_000_000)]
    public int ReviewPerMinute { get; set; } = 600;

    /// <summary>
    /// Reading cost of the images uploaded per minute; default 600. An ordinary receipt costs 1, so the default admits as many ordinary receipts as the limit
    /// of uploads. The service that reads the headers of the images enforces it.
    /// </summary>
    [Setting("RATE_LIMIT_COST_PER_MINUTE", "a number of ordinary receipts, or 0 for no limit"), Range(0, 1_000_000)]
    public int CostPerMinute { get; set; } = 600;

    /// <summary>
    /// Addresses or networks of the trusted proxies, whose <c>X-Forwarded-For</c> is used; default none, so that no client
    /// can choose the address that it is counted under.
    /// </summary>
    [Setting("TRUSTED_PROXIES", "addresses or networks separated by commas, such as 10.0.0.0/8")]
    public string TrustedProxies { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Limits.TrustedProxies.Wrong(TrustedProxies)
            .Select(entry => new ValidationResult($"'{entry}' is neither an address nor a network.", [nameof(TrustedProxies)]));
}
