using System.Globalization;
using Ocr.Images;

namespace Ocr.Ingest.Images;

/// <summary>Validates a file before it is decoded.</summary>
public static class ImageRules
{
    // Converting HEIC needs 14 bytes per pixel (docs/adr/0052). Phones make pictures of 12 or 24 megapixels.
    private const int MaxHeicMegapixels = 25;

    /// <summary>Returns the error of a file in Spanish; <see langword="null"/> for a valid file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="maxMegapixels">Maximum number of pixels, millions.</param>
    /// <param name="header">The header of a valid file; otherwise <see langword="null"/>.</param>
    public static string? Check(ReadOnlySpan<byte> file, int maxMegapixels, out ImageHeader? header)
    {
        header = null;
        if (file.IsEmpty)
        {
            return "Archivo vacío";
        }

        var error = ImageHeaderReader.Read(file, out var found);
        if (error == HeaderError.UnknownFormat)
        {
            return UnknownType(file);
        }

        if (found is null)
        {
            return "Imagen dañada: no se puede leer su cabecera";
        }

        maxMegapixels = found.Format == ImageFormat.Heic ? Math.Min(maxMegapixels, MaxHeicMegapixels) : maxMegapixels;
        if (found.Pixels > maxMegapixels * 1_000_000L)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Imagen demasiado grande: {found.Width} × {found.Height} píxeles (máximo {maxMegapixels} megapíxeles)");
        }

        if (found.Animated)
        {
            return "Imagen animada: se aceptan solo imágenes fijas";
        }

        if (!found.Complete)
        {
            return "Imagen incompleta: el archivo está cortado";
        }

        header = found;
        return null;
    }

    private static string UnknownType(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8)
        ? "Un PDF no se lee: ábralo y envíe una captura de pantalla (PNG o JPEG)"
        : "Tipo de archivo no permitido: se aceptan PNG, JPEG, WebP y HEIC";
}
