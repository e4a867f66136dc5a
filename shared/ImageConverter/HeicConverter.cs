using ImageMagick;

namespace Ocr.ImageConverter;

/// <summary>Converts the main image of a HEIC file to PNG. The result is upright and has no metadata.</summary>
internal static class HeicConverter
{
    private static readonly MagickReadSettings FirstImage = new() { Format = MagickFormat.Heic, FrameIndex = 0, FrameCount = 1 };

    /// <summary>Converts a file.</summary>
    public static ConversionResult Convert(Stream input, Stream output, long maxPixels)
    {
        DecoderPolicy.Apply(maxPixels);
        using var file = new MemoryStream();
        input.CopyTo(file);
        try
        {
            using var image = new MagickImage();
            file.Position = 0;
            image.Ping(file, FirstImage);
            if ((long)image.Width * image.Height > maxPixels)
            {
                return ConversionResult.TooLarge;
            }

            file.Position = 0;
            image.Read(file, FirstImage);
            image.Strip();
            // The worker decodes the PNG immediately: speed is worth more than size.
            image.Settings.SetDefine(MagickFormat.Png, "compression-level", "1");
            image.Write(output, MagickFormat.Png);
            return ConversionResult.Converted;
        }
        catch (MagickResourceLimitErrorException)
        {
            return ConversionResult.TooLarge;
        }
        catch (MagickException)
        {
            return ConversionResult.Undecodable;
        }
    }
}
