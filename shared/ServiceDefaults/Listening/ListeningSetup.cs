using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Listening;

/// <summary>Tells the web server where to listen.</summary>
internal static class ListeningSetup
{
    /// <summary>
    /// Combines <c>HOST</c> with the ports of <c>ASPNETCORE_HTTP_PORTS</c>. Addresses that are set whole (<c>ASPNETCORE_URLS</c>) stay as they
    /// are. The management port is added to either.
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

            // Warns that the addresses, which are made of the ports, replace the ports.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Error);
        }
    }

    private static string[] List(string? setting) =>
        setting?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
