using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Listening;

/// <summary>Configures the addresses of the web server.</summary>
internal static class ListeningSetup
{
    /// <summary>
    /// Combines <c>HOST</c> with the ports of <c>ASPNETCORE_HTTP_PORTS</c>. Complete addresses (<c>ASPNETCORE_URLS</c>) are not
    /// changed. The management port is added to either.
    /// </summary>
    public static void UseListening(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ListeningOptions>();
        var options = builder.Configuration.GetValidated<ListeningOptions>();
        var urls = List(builder.Configuration[WebHostDefaults.ServerUrlsKey]);
        if (urls.Length == 0)
        {
            urls = [.. List(builder.Configuration[WebHostDefaults.HttpPortsKey]).Select(port => options.Url(int.Parse(port, CultureInfo.InvariantCulture)))];
        }

        if (urls.Length > 0 && options.ManagementPort is { } management)
        {
            urls = [.. urls, options.Url(management)];
        }

        if (urls.Length > 0)
        {
            builder.WebHost.UseUrls(urls);

            // The web server warns that addresses override the ports from which they were made.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Error);
        }
    }

    private static string[] List(string? setting) =>
        setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
