using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Access;
using Ocr.Gateway.Routes;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Edge;

/// <summary>Authorizes a request: its client needs the permission of the route.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, IOptions<AccessOptions> options)
{
    /// <summary>Runs just before the endpoint.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var rule = RouteRules.Of(context);
        var error = rule.Permission switch
        {
            RequiredPermission.None => null,
            RequiredPermission.AdminKey => AdminError(context),
            _ => options.Value.Required || rule.AlwaysGuarded ? AccessError(context.Features.GetRequiredFeature<AuthenticatedClient>(), rule.Permission) : null,
        };
        if (error is null)
        {
            await next(context);
            return;
        }

        if (error.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await context.WriteErrorAsync(error);
    }

    private static ApiError? AccessError(AuthenticatedClient client, RequiredPermission required) => client switch
    {
        { Error: not AuthenticationError.None } => AccessErrors.Of(client.Error),
        { Key: { } key } when required.Name() is { } permission && !key.May(permission) => AccessErrors.Lacks(permission),
        _ => null,
    };

    private ApiError? AdminError(HttpContext context) =>
        options.Value.AdminKey is null ? AccessErrors.NoAdmin
        : context.Features.GetRequiredFeature<AuthenticatedClient>() is { IsAdmin: false } client ? AccessErrors.Of(client.Error)
        : null;
}
