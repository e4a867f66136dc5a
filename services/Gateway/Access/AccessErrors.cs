using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary>Error responses for requests without access. The English texts are those of §3.2.</summary>
internal static class AccessErrors
{
    /// <summary>Keys cannot be managed, because no administrator's key is set.</summary>
    public static ApiError NoAdmin { get; } = ApiErrors.Of(StatusCodes.Status403Forbidden) with
    {
        Details = "La administración de API keys está desactivada",
        Help = "Defina ADMIN_API_KEY en el servidor",
    };

    /// <summary>Tokens cannot be issued, because no secret is set.</summary>
    public static ApiError NoTokens { get; } = ApiErrors.Of(StatusCodes.Status503ServiceUnavailable) with
    {
        Details = "La emisión de tokens está desactivada",
        Help = "Defina SESSION_SECRET en el servidor, o use la API key directamente",
    };

    /// <summary>Sessions cannot be opened, because no secret is set.</summary>
    public static ApiError NoSessions { get; } = NoTokens with
    {
        Details = "La entrada con API key en la página está desactivada",
        Help = "Defina SESSION_SECRET en el servidor",
    };

    /// <summary>Authentication failed.</summary>
    public static ApiError Of(AuthenticationError error) => error switch
    {
        AuthenticationError.Missing => Unauthorized("Token required", "Se requiere una API key o un token"),
        AuthenticationError.Expired => Unauthorized("Token expired", "El token venció"),
        AuthenticationError.Unknown => ApiErrors.Of(StatusCodes.Status503ServiceUnavailable),
        _ => Unauthorized("Invalid token", "La API key o el token no es válido"),
    };

    /// <summary>The client is authenticated but lacks a permission.</summary>
    public static ApiError Lacks(string permission) => ApiErrors.Of(StatusCodes.Status403Forbidden) with
    {
        Details = $"La API key no tiene el permiso {permission}",
    };

    private static ApiError Unauthorized(string message, string mensaje) =>
        ApiErrors.Of(StatusCodes.Status401Unauthorized) with { Message = message, Mensaje = mensaje };
}
