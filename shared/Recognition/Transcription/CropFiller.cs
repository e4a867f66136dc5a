using System.Buffers;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Transcription;

/// <summary>One crop into its place of the input tensor.</summary>
internal static class CropFiller
{
    /// <summary>
    /// Resizes, then standardises over the crop's own pixels, so that light on dark, dark on light and faint on grey look alike; a flat
    /// crop is not blown up to noise. The padding is 0, the crop's mean.
    /// </summary>
    public static CropTone Fill(GreyPlane page, Crop crop, Span<float> tensor, int tensorWidth, RecognizerSettings settings, bool inverted)
    {
        var size = crop.Width * settings.Height;
        var grey = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var pixels = grey.AsSpan(0, size);
            Resampler.Resize(page, crop.Area, pixels, crop.Width, settings.Height);
            var (mean, deviation) = GreyToFloat.Moments(pixels);
            var divisor = Math.Max(deviation, settings.MinStd);
            var factor = (inverted ? -1 : 1) / divisor;
            for (var y = 0; y < settings.Height; y++)
            {
                var row = tensor.Slice(y * tensorWidth, tensorWidth);
                GreyToFloat.Convert(pixels.Slice(y * crop.Width, crop.Width), row, (float)factor, (float)(-mean * factor));
                row[crop.Width..].Clear();
            }

            return new CropTone(deviation, CropInk.Of(pixels, crop.Width, divisor));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(grey);
        }
    }
}
