using Microsoft.Extensions.Options;
using Ocr.Gateway.Routes;

namespace Ocr.Gateway.Access;

/// <summary>Tells what follows who makes the request, as a feature of it.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerReader reader, KeyUsage usage, IOptions<AccessOptions> options)
{
    /// <summary>Runs before limits and access.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var need = RouteRules.Of(context).Need;
        if (need == Need.AdminKey)
        {
            context.Features.Set(OfAdministrator(context.Request));
        }
        else if (need != Need.Nothing)
        {
            var caller = IsAdministrator(context.Request)
                ? OfAdministrator(context.Request)
                : await reader.ReadAsync(Credentials.Of(context.Request), context.RequestAborted);
            context.Features.Set(caller);
            if (caller.Key is { } key)
            {
                usage.Count(key.Id);
            }
        }

        await next(context);
    }

    private bool IsAdministrator(HttpRequest request) =>
        options.Value.AdminKey is { } admin && Secrets.AreEqual(Credentials.Of(request), admin);

    private Caller OfAdministrator(HttpRequest request) =>
        IsAdministrator(request)
            ? new Caller(null, CallerFault.None) { IsAdmin = true }
            : new Caller(null, Credentials.Of(request) is null ? CallerFault.Missing : CallerFault.Invalid);
}
