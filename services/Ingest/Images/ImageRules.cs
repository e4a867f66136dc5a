using System.Globalization;

namespace Ocr.Ingest.Images;

/// <summary>Says why a file is not accepted, before anything decodes it.</summary>
public static class ImageRules
{
    // A conversion of HEIC takes 14 bytes per pixel (docs/adr/0052); phones take pictures of 12 or 24 megapixels.
    private const int MaxHeicMegapixels = 25;

    /// <summary>The error of a file in Spanish, or its header.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="maxMegapixels">Cap on the pixels, millions.</param>
    /// <param name="header">The header, when there is no error.</param>
    public static string? Check(ReadOnlySpan<byte> file, int maxMegapixels, out ImageHeader? header)
    {
        header = null;
        if (file.IsEmpty)
        {
            return "Archivo vacío";
        }

        if (ImageHeaderReader.Sniff(file) is null)
        {
            return UnknownType(file);
        }

        if (ImageHeaderReader.Read(file) is not { } found)
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
