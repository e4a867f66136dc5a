using System.Text.Json.Serialization;

namespace Ocr.ServiceDefaults.Errors;

/// <summary>Errors that every service can return.</summary>
public static class ApiErrors
{
    /// <summary>Code of a validation error.</summary>
    public const string ValidationCode = "VALIDATION_FAILED_400";

    private static readonly Dictionary<int, ApiError> ByStatus = new ApiError[]
    {
        new(400, "BAD_REQUEST_400", "Malformed request", "Solicitud mal formada", "Revise el formato de la solicitud y vuelva a intentar"),
        new(401, "UNAUTHORIZED_401", "Authentication required", "Se requiere autenticación", "Envíe una API key o un token válido"),
        new(403, "FORBIDDEN_403", "Not allowed", "Operación no permitida", "Use una API key que tenga el permiso necesario"),
        new(404, "NOT_FOUND_404", "Resource not found", "Recurso no encontrado", "Verifique la dirección y el identificador"),
        new(405, "METHOD_NOT_ALLOWED_405", "Method not allowed", "Método no permitido", "Use el método que indica la documentación"),
        new(408, "REQUEST_TIMEOUT_408", "The request took too long to arrive", "La solicitud tardó demasiado en llegar", "Vuelva a intentar con una mejor conexión"),
        new(409, "CONFLICT_409", "Not possible in the present state", "No es posible en el estado actual", "Espere a que termine la operación en curso"),
        new(412, "PRECONDITION_FAILED_412", "The resource was changed by another request", "Otra solicitud cambió el recurso", "Revise el estado actual en details y repita el cambio con el ETag nuevo"),
        new(413, "REQUEST_TOO_LARGE_413", "Request too large", "Solicitud demasiado grande", "Envíe menos datos en una sola solicitud"),
        new(415, "UNSUPPORTED_MEDIA_TYPE_415", "Unsupported media type", "Tipo de contenido no soportado", "Use el Content-Type que indica la documentación"),
        new(428, "PRECONDITION_REQUIRED_428", "If-Match required", "Se requiere el encabezado If-Match", "Consulte el recurso y envíe su ETag en If-Match"),
        new(429, "RATE_LIMIT_EXCEEDED_429", "Too many requests", "Demasiadas solicitudes", "Espere los segundos que indica Retry-After"),
        new(500, "INTERNAL_ERROR_500", "Internal error", "Error interno del servidor", "Vuelva a intentar; si persiste, informe el request_id"),
        new(503, "SERVICE_UNAVAILABLE_503", "Service unavailable", "Servicio no disponible", "Vuelva a intentar en unos segundos"),
        new(507, "INSUFFICIENT_STORAGE_507", "Insufficient storage", "No hay espacio en el disco", "Libere espacio en el servidor, por ejemplo con POST /api/clean, y vuelva a intentar"),
    }.ToDictionary(error => error.StatusCode);

    /// <summary>The general error of a status; an unknown status gets the error of its class (400 or 500) with its own number.</summary>
    /// <param name="statusCode">HTTP status, 400–599.</param>
    public static ApiError Of(int statusCode)
    {
        if (ByStatus.TryGetValue(statusCode, out var error))
        {
            return error;
        }

        var general = ByStatus[statusCode < 500 ? 400 : 500];
        var code = general.Code[..^3] + statusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return general with { StatusCode = statusCode, Code = code };
    }

    /// <summary>A 404 for a named object.</summary>
    /// <param name="details">Name of the object, Spanish.</param>
    public static ApiError NotFound(string details) => Of(404) with { Details = details };

    /// <summary>A 400 for one invalid field.</summary>
    /// <param name="field">Name of the field.</param>
    /// <param name="problem">The error and its fix, Spanish.</param>
    public static ApiError InvalidField(string field, string problem) => InvalidFields(new Dictionary<string, IReadOnlyList<string>> { [field] = [problem] });

    /// <summary>A 400 for invalid fields of a request without files.</summary>
    /// <param name="fields">Errors by field name, Spanish.</param>
    public static ApiError InvalidFields(IReadOnlyDictionary<string, IReadOnlyList<string>> fields) =>
        Validation(new ValidationDetails(fields, new Dictionary<string, IReadOnlyList<string>>()));

    /// <summary>The 400 that names every invalid field and file.</summary>
    /// <param name="details">The errors.</param>
    public static ApiError Validation(ValidationDetails details) => new(
        400, ValidationCode, "Validation failed", "Validación fallida", "Corrija los campos indicados y vuelva a intentar")
    {
        Details = details,
    };
}

/// <summary>Details of a validation error.</summary>
/// <param name="FieldErrors">Errors by field name, Spanish.</param>
/// <param name="FileErrors">Errors by the client's file name, Spanish.</param>
public sealed record ValidationDetails(
    [property: JsonPropertyName("field_errors")] IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors,
    [property: JsonPropertyName("file_errors")] IReadOnlyDictionary<string, IReadOnlyList<string>> FileErrors);
