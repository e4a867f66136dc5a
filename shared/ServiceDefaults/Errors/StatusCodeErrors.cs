using Microsoft.AspNetCore.Diagnostics;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Gives a response with only a status (404 of an unknown path, 405, 415, 400 of a body that does not bind) the error form.</summary>
internal static class StatusCodeErrors
{
    public static Task WriteAsync(StatusCodeContext context) =>
        context.HttpContext.WriteErrorAsync(ApiErrors.Of(context.HttpContext.Response.StatusCode));
}
