using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ocr.ServiceDefaults.Listening;

/// <summary>Answers <c>HEAD</c> wherever <c>GET</c> is answered.</summary>
internal static class HeadRequests
{
    /// <summary>
    /// Handles a <c>HEAD</c> as <c>GET</c>. The server remembers the method that it parsed, and sends the headers only. Call it before routing, which
    /// otherwise knows no endpoint for <c>HEAD</c>.
    /// </summary>
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });
}
