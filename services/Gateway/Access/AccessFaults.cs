using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary>What a caller who may not pass is told. The English texts are those of §3.2.</summary>
internal static class AccessFaults
{
    /// <summary>Keys cannot be managed, because there is no administrator's key.</summary>
    public static ApiFault NoAdmin { get; } = ApiFaults.Of(StatusCodes.Status403Forbidden) with
    {
        Details = "La administración de API keys está desactivada",
        Help = "Defina ADMIN_API_KEY en el servidor",
    };

    /// <summary>Tokens cannot be issued here.</summary>
    public static ApiFault NoTokens { get; } = ApiFaults.Of(StatusCodes.Status503ServiceUnavailable) with
    {
        Details = "La emisión de tokens está desactivada",
        Help = "Defina SESSION_SECRET en el servidor, o use la API key directamente",
    };

    /// <summary>Sessions cannot be opened here.</summary>
    public static ApiFault NoSessions { get; } = NoTokens with
    {
        Details = "La entrada con API key en la página está desactivada",
        Help = "Defina SESSION_SECRET en el servidor",
    };

    /// <summary>Authentication failed.</summary>
    public static ApiFault Of(CallerFault fault) => fault switch
    {
        CallerFault.Missing => Unauthorized("Token required", "Se requiere una API key o un token"),
        CallerFault.Expired => Unauthorized("Token expired", "El token venció"),
        CallerFault.Unknown => ApiFaults.Of(StatusCodes.Status503ServiceUnavailable),
        _ => Unauthorized("Invalid token", "La API key o el token no es válido"),
    };

    /// <summary>The caller is known and may not do this.</summary>
    public static ApiFault Lacks(string permission) => ApiFaults.Of(StatusCodes.Status403Forbidden) with
    {
        Details = $"La API key no tiene el permiso {permission}",
    };

    private static ApiFault Unauthorized(string message, string mensaje) =>
        ApiFaults.Of(StatusCodes.Status401Unauthorized) with { Message = message, Mensaje = mensaje };
}
