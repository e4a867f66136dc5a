using System.Net;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Listening;

namespace Ocr.Gateway.Origins;

/// <summary>
/// Refuses requests that a foreign web page can send without a preflight: CORS blocks reading responses, not sending forms. Where access
/// is limited to this machine, other host names are refused too: a page can resolve its own host name to this machine (DNS rebinding).
/// </summary>
internal sealed class RequestOriginMiddleware(RequestDelegate next, IOptions<GatewayOptions> gateway, IOptions<ListeningOptions> listening)
{
    private static readonly ApiError ForeignPage = ApiErrors.Of(StatusCodes.Status403Forbidden) with
    {
        Details = "Una página de otro origen no puede usar esta API",
        Help = "Agregue el origen de la página a CORS_ORIGINS en el servidor",
    };

    private static readonly ApiError ForeignHost = ApiErrors.Of(StatusCodes.Status403Forbidden) with
    {
        Details = "Sin API keys, la API responde solo con el nombre localhost",
        Help = "Use http://localhost, o defina HOST y AUTH_REQUIRED en el servidor",
    };

    /// <summary>Runs before the endpoint.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return listening.Value.IsLocalByDefault && !IsLocal(request.Host) ? context.WriteErrorAsync(ForeignHost)
            : !IsSafe(request.Method) && RequestOrigin.IsForeign(request, gateway.Value.Origins) ? context.WriteErrorAsync(ForeignPage)
            : next(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsLocal(HostString host) =>
        !host.HasValue || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));
}
