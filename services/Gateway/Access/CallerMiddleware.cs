using Ocr.Gateway.Routes;

namespace Ocr.Gateway.Access;

/// <summary>Sets the caller of a request as a feature of it.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerReader reader, Sessions sessions, KeyUsage usage)
{
    /// <summary>Runs before limits and access.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var need = RouteRules.Of(context).Need;
        if (need != Need.Nothing)
        {
            var caller = need == Need.AdminKey ? await AdministratorAsync(context.Request) : await reader.ReadAsync(context.Request);
            context.Features.Set(caller);
            if (caller.Key is { } key)
            {
                usage.Count(key.Id);
            }
        }

        await next(context);
    }

    // Keys of others are not looked up: guesses at the administrator's key cost nothing.
    private async Task<Caller> AdministratorAsync(HttpRequest request)
    {
        var credential = Credentials.Of(request);
        if (sessions.IsAdministrator(credential))
        {
            return await reader.ReadAsync(request);
        }

        return credential is null && SessionCookie.Of(request) is { } session && await reader.ReadSessionAsync(session, request.HttpContext.RequestAborted) is { Key: null } caller
            ? caller
            : new Caller(null, credential is null && SessionCookie.Of(request) is null ? CallerFault.Missing : CallerFault.Invalid);
    }
}
