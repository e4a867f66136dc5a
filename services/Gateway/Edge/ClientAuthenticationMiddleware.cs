using Ocr.Gateway.Access;
using Ocr.Gateway.Routes;

namespace Ocr.Gateway.Edge;

/// <summary>Authenticates a request and sets its client as a feature.</summary>
internal sealed class ClientAuthenticationMiddleware(RequestDelegate next, ClientAuthenticator authenticator, Sessions sessions, KeyUsage usage)
{
    /// <summary>Runs before limits and access.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var required = RouteRules.Of(context).Permission;
        if (required != RequiredPermission.None)
        {
            var client = required == RequiredPermission.AdminKey ? await AdministratorAsync(context.Request) : await authenticator.AuthenticateAsync(context.Request);
            context.Features.Set(client);
            if (client.Key is { } key)
            {
                usage.Count(key.Id);
            }
        }

        await next(context);
    }

    // Other keys are not looked up: a guessed administrator's key costs no query.
    private async Task<AuthenticatedClient> AdministratorAsync(HttpRequest request)
    {
        var credential = Credentials.Of(request);
        if (sessions.IsAdministrator(credential))
        {
            return await authenticator.AuthenticateAsync(request);
        }

        return credential is null && SessionCookie.Of(request) is { } session && await authenticator.AuthenticateSessionAsync(session, request.HttpContext.RequestAborted) is { Key: null } client
            ? client
            : new AuthenticatedClient(null, credential is null && SessionCookie.Of(request) is null ? AuthenticationError.Missing : AuthenticationError.Invalid);
    }
}
