using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Ocr.Gateway.Access;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Listening;
using Ocr.ServiceDefaults.Settings;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Gateway.Events;

/// <summary><c>GET /api/events</c>: the events of a tenant as server-sent events.</summary>
internal static class EventEndpoint
{
    private const string LastEventId = "Last-Event-ID";

    // Tokens expire: a client that reconnects is authenticated again.
    private const int MaxSeconds = 3_600;

    /// <summary>Adds events and their streams.</summary>
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddValidatedOptions<EventOptions>();
        services.AddSingleton<EventAudience>().AddSingleton<EventListeners>().AddSingleton<IWarmUp, AudienceWarmUp>();
        services.AddSingleton<EventSignal>().AddSingleton<EventReader>().AddSingleton<EventStreams>().AddSingleton<EventStreamer>();
        services.AddSingleton<EventTail>().AddHostedService(static provider => provider.GetRequiredService<EventTail>());
    }

    /// <summary>Maps the endpoint. Its duration is that of a connection, so it is not part of the request metrics.</summary>
    public static void MapEvents(this IEndpointRouteBuilder app) => app.MapGet("/api/events", StreamAsync).DisableHttpMetrics();

    private static async Task StreamAsync(
        HttpContext context, string? tipos, string? last_event_id, string? segundos, TenantScope scope, EventStreams streams, EventStreamer streamer)
    {
        var types = Types(tipos);
        var duration = Duration(segundos);
        var last = Number(context.Request.Headers[LastEventId].ToString() is { Length: > 0 } header ? header : last_event_id);
        using var slot = streams.TryOpen(ClientName.Of(context)) ?? throw new ApiException(
            ApiErrors.Of(StatusCodes.Status429TooManyRequests) with
            {
                Details = $"Un cliente puede tener {streams.MaxPerClient} conexiones a la vez",
                Help = "Cierre una conexión que no use",
                RetryAfter = 10,
            });
        var place = HeadRequests.IsHead(context) ? default : await streamer.BeginAsync(scope, duration, last, context.RequestAborted);
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        // Proxies must not cache or compress the stream, and nginx must not buffer it.
        context.Response.Headers[HeaderNames.CacheControl] = "no-store, no-transform";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (HeadRequests.IsHead(context))
        {
            return;
        }

        await streamer.RunAsync(
            context.Response.BodyWriter, new EventQuery(scope, types, place.After, place.HasGap, duration), context.Features.Get<AuthenticatedClient>()?.Key?.Id,
            context.RequestAborted);
    }

    private static TimeSpan Duration(string? text) =>
        string.IsNullOrEmpty(text) ? TimeSpan.FromSeconds(MaxSeconds)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= MaxSeconds
            ? TimeSpan.FromSeconds(seconds)
        : throw new ApiException(ApiErrors.InvalidField("segundos", $"Debe ser un número entero de 1 a {MaxSeconds}"));

    private static IReadOnlyList<string> Types(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return EventTypes.All;
        }

        var types = GatewayOptions.List(text);
        return types.Length > 0 && !types.Except(EventTypes.All, StringComparer.Ordinal).Any() ? types
            : throw new ApiException(ApiErrors.InvalidField("tipos", $"Debe contener uno o más de: {string.Join(", ", EventTypes.All)}"));
    }

    private static long? Number(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ApiException(ApiErrors.InvalidField(LastEventId, "Debe ser el id del último evento recibido"));
}
