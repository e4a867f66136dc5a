using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ocr.ServiceDefaults.Listening;

/// <summary>Answers <c>HEAD</c> for every endpoint that supports <c>GET</c>.</summary>
public static class HeadRequests
{
    private static readonly object Mark = new();

    /// <summary>Whether a request that is handled as <c>GET</c> was a <c>HEAD</c>: an endless endpoint stops after its headers.</summary>
    /// <param name="context">The request.</param>
    public static bool IsHead(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Mark);
    }

    /// <summary>
    /// Handles a <c>HEAD</c> as <c>GET</c>. The server keeps the method that it parsed, and sends the headers only. Call it before routing, which
    /// otherwise finds no endpoint for <c>HEAD</c>.
    /// </summary>
    internal static void UseHeadRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[Mark] = true;
        }

        return next(context);
    });
}
