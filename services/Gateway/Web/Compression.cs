using Microsoft.AspNetCore.ResponseCompression;

namespace Ocr.Gateway.Web;

/// <summary>Compresses JSON, CSV and the page for clients that ask for it; a result shrinks to a tenth.</summary>
internal static class Compression
{
    private static readonly string[] MoreTypes = ["text/csv", "application/javascript"];

    /// <summary>Adds it.</summary>
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(static options =>
    {
        // No answer holds a secret beside text that an attacker chose and can measure (BREACH).
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. MoreTypes];
    });
}
