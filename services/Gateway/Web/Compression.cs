using Microsoft.AspNetCore.ResponseCompression;

namespace Ocr.Gateway.Web;

/// <summary>Compresses JSON, CSV and the page for clients that accept it.</summary>
internal static class Compression
{
    private static readonly string[] MoreTypes = ["text/csv", "application/javascript"];

    /// <summary>Adds the compression of responses.</summary>
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(static options =>
    {
        // No response contains both a secret and text that an attacker chooses (BREACH).
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. MoreTypes];
    });
}
