using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ocr.ServiceDefaults.Telemetry;

internal static class LoggingExtensions
{
    /// <summary>Level from <c>LOG_LEVEL</c> (INFO by default; Python's names are supported), format from <c>LOG_FORMAT</c> (<c>text</c> or <c>json</c>).</summary>
    public static void AddOcrLogging(this IHostApplicationBuilder builder)
    {
        // Without the framework's providers for debuggers and event tracing, which repeat the work of each message.
        builder.Logging.ClearProviders();
        var level = Level(builder.Configuration["LOG_LEVEL"]);
        builder.Logging.SetMinimumLevel(level);
        if (level >= LogLevel.Information)
        {
            // One line per request, query and bus endpoint only at DEBUG.
            builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
            builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        }

        if (string.Equals(builder.Configuration["LOG_FORMAT"], "json", StringComparison.OrdinalIgnoreCase))
        {
            builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddConsole();
        }
    }

    internal static LogLevel Level(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}
