namespace Ocr.Gateway.Webhooks;

/// <summary>Codes of failed attempts. None of them contains the address or the response of the receiver.</summary>
internal static class AttemptErrors
{
    /// <summary>The receiver responded with a status other than 2xx.</summary>
    public const string Status = "ESTADO_HTTP";

    /// <summary>The receiver responded with a redirect, which is not followed.</summary>
    public const string Redirect = "REDIRECCION";

    /// <summary>No response within the timeout.</summary>
    public const string Timeout = "TIEMPO_AGOTADO";

    /// <summary>The host has no address that may be called.</summary>
    public const string Refused = "DIRECCION_NO_PERMITIDA";

    /// <summary>The certificate or the TLS connection is not valid.</summary>
    public const string Tls = "TLS";

    /// <summary>No connection, or one that broke.</summary>
    public const string Connection = "SIN_CONEXION";
}
