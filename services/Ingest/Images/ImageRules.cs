using System.Globalization;

namespace Ocr.Ingest.Images;

/// <summary>Says why a file is not accepted, before anything decodes it.</summary>
public static class ImageRules
{
    /// <summary>The fault of a file in Spanish, or its header.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="maxMegapixels">Cap on the pixels, millions.</param>
    /// <param name="header">The header, when there is no fault.</param>
    public static string? Check(ReadOnlySpan<byte> file, int maxMegapixels, out ImageHeader? header)
    {
        header = null;
        if (file.IsEmpty)
        {
            return "Archivo vacío";
        }

        if (ImageHeaderReader.Sniff(file) is null)
        {
            return "Tipo de archivo no permitido: se aceptan PNG, JPEG y WebP";
        }

        if (ImageHeaderReader.Read(file) is not { } found)
        {
            return "Imagen dañada: no se puede leer su cabecera";
        }

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
}
