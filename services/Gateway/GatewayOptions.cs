using System.ComponentModel.DataAnnotations;
using Ocr.Gateway.Origins;
using Ocr.Gateway.Routes;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway;

/// <summary>Settings of the gateway.</summary>
public sealed class GatewayOptions : IValidatableObject
{
    // Bodies without images are small JSON objects.
    private const long SmallBody = 256 * 1024;

    /// <summary>Base address of Ingest.</summary>
    [Setting("INGEST_URL", "an address such as http://ingest:8080")]
    [Required]
    public Uri IngestUrl { get; set; } = new("http://localhost:5001");

    /// <summary>Base address of Results.</summary>
    [Setting("RESULTS_URL", "an address such as http://results:8080")]
    [Required]
    public Uri ResultsUrl { get; set; } = new("http://localhost:5002");

    /// <summary>Base address of Extractor, from which only the state of its rules is read.</summary>
    [Setting("EXTRACTOR_URL", "an address such as http://extractor:8080")]
    [Required]
    public Uri ExtractorUrl { get; set; } = new("http://localhost:5003");

    /// <summary>
    /// Maximum time without activity of a forwarded request; default 3,660 seconds. Longer than any <c>timeout_seconds</c> that process_batch accepts, so
    /// that the timeout of the batch ends the request before the gateway's.
    /// </summary>
    [Setting("GATEWAY_TIMEOUT", "seconds, more than process_batch may wait")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3_660);

    /// <summary>Expected number of workers, 1–1000; with fewer <c>/api/health</c> is <c>degraded</c>; default 1.</summary>
    [Setting("WORKERS_EXPECTED", "a number of workers from 1 to 1000")]
    [Range(1, 1_000)]
    public int WorkersExpected { get; set; } = 1;

    /// <summary>Size limit of one file, bytes; default 16 MiB.</summary>
    [Setting("MAX_CONTENT_LENGTH", "a number of bytes from 1024 to 1073741824")]
    [Range(1_024d, 1_073_741_824d)]
    public long MaxContentLength { get; set; } = 16_777_216;

    /// <summary>Maximum number of files per upload; default 50.</summary>
    [Setting("MAX_FILES_PER_UPLOAD", "a number from 1 to 1000")]
    [Range(1, 1_000)]
    public int MaxFilesPerUpload { get; set; } = 50;

    /// <summary>Origins whose pages may call the API, in addition to the API's own origin; default none.</summary>
    [Setting("CORS_ORIGINS", "origins separated by commas, such as https://example.com, or * for every origin")]
    public string CorsOrigins { get; set; } = "";

    /// <summary>Methods that pages of these origins may use.</summary>
    [Setting("CORS_METHODS", "methods separated by commas")]
    [Required]
    public string CorsMethods { get; set; } = "GET,POST,PUT,PATCH,DELETE";

    /// <summary>Headers that pages of these origins may send.</summary>
    [Setting("CORS_HEADERS", "header names separated by commas")]
    [Required]
    public string CorsHeaders { get; set; } = "Content-Type,Authorization,X-API-Key,Prefer,Idempotency-Key,If-Match,Last-Event-ID";

    /// <summary>A folder on the disk whose free space is checked; default <c>data</c>.</summary>
    [Setting("DATA_DIR", "a folder")]
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>Size limit of a body with images, bytes.</summary>
    public long MaxRequestBytes => Math.Max(UploadSize.Limit(MaxFilesPerUpload, MaxContentLength), MaxReadBytes);

    // As base64: larger than the same image as multipart.
    private long MaxReadBytes => UploadSize.JsonLimit(MaxContentLength);

    /// <summary>The origins of <see cref="CorsOrigins"/>.</summary>
    internal IReadOnlyList<string> Origins => List(CorsOrigins);

    /// <summary>The items of a comma-separated setting.</summary>
    internal static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Origins.Where(origin => origin != RequestOrigin.Any && !RequestOrigin.IsOrigin(origin))
            .Select(origin => new ValidationResult($"'{origin}' is not an origin.", [nameof(CorsOrigins)]));

    /// <summary>Size limit of a body, bytes.</summary>
    internal long MaxBody(RouteRule rule) =>
        rule.CarriesImages ? MaxRequestBytes : rule.CarriesOneImage ? MaxReadBytes : SmallBody;
}
