using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Ingest.Read;

/// <summary>Settings of <c>POST /api/ocr/read</c>.</summary>
public sealed class ReadOptions : IValidatableObject
{
    /// <summary>Wait of a read without <c>Prefer: wait=N</c> for its result; default 30 s.</summary>
    [Setting("READ_WAIT_SECONDS", "a number of seconds from 0 to 3600"), Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum of <c>Prefer: wait=N</c>; a longer wait is shortened to it. Default 120 s.</summary>
    [Setting("READ_MAX_WAIT_SECONDS", "a number of seconds from 0 to 3600, not less than READ_WAIT_SECONDS"), Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Hosts from which images are downloaded; default none, which refuses every address.</summary>
    [Setting("READ_URL_HOSTS", "hosts separated by commas, such as media.example.com, with :port where the port is not the default")]
    public string UrlHosts { get; set; } = "";

    /// <summary>Whether addresses may have the scheme <c>http</c>; default false.</summary>
    [Setting("READ_URL_HTTP", "true or false")]
    public bool AllowsHttp { get; set; }

    /// <summary>Maximum time of a download; default 10 s.</summary>
    [Setting("READ_URL_SECONDS", "a number of seconds from 1 to 300"), Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan UrlTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The hosts of <see cref="UrlHosts"/>.</summary>
    internal IReadOnlyList<string> Hosts => UrlHosts.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Wait > MaxWait)
        {
            yield return new ValidationResult("The default wait exceeds the maximum.", [nameof(MaxWait)]);
        }

        foreach (var host in Hosts.Where(host => !Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var address) || address.Authority != WithoutUsualPort(host)))
        {
            yield return new ValidationResult($"'{host}' is not a host.", [nameof(UrlHosts)]);
        }
    }

    private static string WithoutUsualPort(string host) =>
        (host.EndsWith(":443", StringComparison.Ordinal) ? host[..^4] : host).ToLowerInvariant();
}
