using System.Globalization;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Upload;

/// <summary>Errors of uploads with a specific code.</summary>
internal static class UploadErrors
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>The 413 of §1.2 with every file over the limit.</summary>
    public static ApiException TooLarge(IReadOnlyList<(string Name, long Size)> files, long limit)
    {
        var sentence = string.Create(CultureInfo.InvariantCulture, $"Archivo demasiado grande (máximo {limit / Mebibyte:0.##}MB)");
        var details = files.Count == 0
            ? "La solicitud excede el límite permitido"
            : string.Join("; ", files.Select(file => string.Create(
                CultureInfo.InvariantCulture, $"El archivo '{file.Name}' ({file.Size / Mebibyte:0.##}MB) excede el límite permitido")));

        // Both messages are Spanish in the example of the specification.
        return new ApiException(new ApiError(
            413, "FILE_TOO_LARGE_413", sentence, sentence, "Comprima la imagen o use una resolución menor")
        { Details = details });
    }

    /// <summary>The error of one file over the limit.</summary>
    public static string OverLimit(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"Archivo demasiado grande ({size / Mebibyte:0.##} MB)");

    public static ApiException NotMultipart() => new(ApiErrors.Of(415) with
    {
        Details = "Se espera multipart/form-data con los archivos y sus campos",
    });

    public static ApiException Broken() => new(ApiErrors.Of(400) with
    {
        Details = "El cuerpo multipart está mal formado o incompleto, o su boundary no es el que dice Content-Type",
    });

    /// <summary>The images cost more to read than the sender's budget has left.</summary>
    public static ApiException OverBudget(int perMinute, double cost, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        return new ApiException(ApiErrors.Of(429) with
        {
            Details = string.Create(
                CultureInfo.InvariantCulture,
                $"Límite: {perMinute} unidades de lectura por minuto (un recibo normal es 1; una imagen de muchos píxeles es más). Esta carga es de {cost:0}. Vuelva a intentar en {seconds} s"),
            RetryAfter = seconds,
        });
    }

    public static ApiException DiskFull() => new(ApiErrors.Of(507) with
    {
        Details = "El disco del servidor no tiene espacio para más archivos; no se guardó ninguno de la solicitud",
    });

    public static ApiException NotStored() => new(ApiErrors.Of(503) with
    {
        Details = "No se puede guardar archivos en este momento; no se guardó ninguno de la solicitud",
    });
}
