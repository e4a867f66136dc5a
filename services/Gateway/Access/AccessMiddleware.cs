using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Gateway.Routes;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary>Lets a request pass to its endpoint only if its caller may use it.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, IOptions<AccessOptions> options)
{
    /// <summary>Runs just before the endpoint.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var rule = RouteRules.Of(context);
        var fault = rule.Need switch
        {
            Need.Nothing => null,
            Need.AdminKey => AdminFault(context),
            _ => options.Value.Required || rule.AlwaysGuarded ? Fault(context.Features.GetRequiredFeature<Caller>(), rule.Need) : null,
        };
        if (fault is null)
        {
            await next(context);
            return;
        }

        if (fault.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await context.WriteErrorAsync(fault);
    }

    private static ApiFault? Fault(Caller caller, Need need) => caller switch
    {
        { Fault: not CallerFault.None } => AccessFaults.Of(caller.Fault),
        { Key: { } key } when need.Permission() is { } permission && !key.May(permission) => AccessFaults.Lacks(permission),
        _ => null,
    };

    private ApiFault? AdminFault(HttpContext context) =>
        options.Value.AdminKey is null ? AccessFaults.NoAdmin
        : context.Features.GetRequiredFeature<Caller>() is { IsAdmin: false } caller ? AccessFaults.Of(caller.Fault)
        : null;
}
