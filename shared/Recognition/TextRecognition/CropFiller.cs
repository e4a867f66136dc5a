using System.Buffers;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Writes one crop to its part of the input tensor.</summary>
internal static class CropFiller
{
    /// <summary>
    /// Resizes the crop, then standardizes over its own pixels, so that light on dark, dark on light and faint text look alike. The minimum divisor
    /// keeps a flat crop from being amplified to noise. The padding is 0, the crop's mean.
    /// </summary>
    public static CropTone Fill(GrayPlane page, Crop crop, Span<float> tensor, int tensorWidth, RecognizerSettings settings, bool inverted)
    {
        var size = crop.Width * settings.Height;
        var gray = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var pixels = gray.AsSpan(0, size);
            Resampler.Resize(page, crop.Area, pixels, crop.Width, settings.Height);
            BandEdge.Clear(pixels, crop.Width);
            var (mean, deviation) = GrayToFloat.Moments(pixels);
            var divisor = Math.Max(deviation, settings.MinStd);
            var factor = (inverted ? -1 : 1) / divisor;
            for (var y = 0; y < settings.Height; y++)
            {
                var row = tensor.Slice(y * tensorWidth, tensorWidth);
                GrayToFloat.Convert(pixels.Slice(y * crop.Width, crop.Width), row, (float)factor, (float)(-mean * factor));
                row[crop.Width..].Clear();
            }

            return new CropTone(deviation, CropInk.Of(pixels, crop.Width, divisor));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(gray);
        }
    }
}
