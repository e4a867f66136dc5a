using Microsoft.Net.Http.Headers;
using Ocr.Gateway.Routes;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Edge;

/// <summary>
/// Refuses unknown query parameters, which are often misspelled ones, and compressed bodies. The endpoints would ignore or misread them. The charset of a
/// JSON body is ignored.
/// </summary>
internal sealed class RequestFormMiddleware(RequestDelegate next)
{
    private const string Api = "/api", Identity = "identity";
    private const int MaxNames = 20, MaxNameShown = 100;

    /// <summary>Runs before the endpoint.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        var coding = request.Headers.ContentEncoding.ToString();
        if (coding.Length > 0 && !coding.Equals(Identity, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers[HeaderNames.AcceptEncoding] = Identity;
            return context.WriteErrorAsync(ApiErrors.Of(StatusCodes.Status415UnsupportedMediaType) with
            {
                Details = $"Content-Encoding: {Shown(coding)} no se admite",
                Help = "Envíe el cuerpo sin comprimir, sin el encabezado Content-Encoding",
            });
        }

        if (request.HasJsonContentType() && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue)
        {
            // JSON is UTF-8 (RFC 8259). The framework fails on a name that it does not know, such as utf8 or "UTF-8" in quotes.
            type.Charset = null;
            request.ContentType = type.ToString();
        }

        return Unknown(request) is { Count: > 0 } unknown ? context.WriteErrorAsync(ApiErrors.InvalidFields(unknown)) : next(context);
    }

    private static Dictionary<string, IReadOnlyList<string>>? Unknown(HttpRequest request)
    {
        if (request.Query.Count == 0 || QueryParameters.Of(request.Method, request.Path) is not { } known)
        {
            return null;
        }

        string[] error =
        [
            known.Count == 0
                ? "Parámetro desconocido: esta dirección no tiene parámetros"
                : $"Parámetro desconocido. Los conocidos son: {string.Join(", ", known.Order(StringComparer.Ordinal))}",
        ];
        return request.Query.Keys.Where(name => !known.Contains(name)).Take(MaxNames).Select(Shown).Distinct().ToDictionary(name => name, _ => (IReadOnlyList<string>)error);
    }

    private static string Shown(string text) => text.Length <= MaxNameShown ? text : text[..MaxNameShown];
}
