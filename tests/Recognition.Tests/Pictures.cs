using SkiaSharp;

namespace Ocr.Recognition.Tests;

/// <summary>Images made on the spot.</summary>
internal static class Pictures
{
    /// <summary>A picture without any symmetry: a black block in the upper left third, a grey one at the right edge, on white.</summary>
    public static SKBitmap Asymmetric(int width = 40, int height = 60)
    {
        var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var paint = new SKPaint { Color = SKColors.Black };
        canvas.DrawRect(2, 3, width / 3f, height / 6f, paint);
        paint.Color = new SKColor(0x80, 0x80, 0x80);
        canvas.DrawRect(width - 6, height / 2f, 5, height / 4f, paint);
        return bitmap;
    }

    public static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format, int quality = 100) =>
        bitmap.Encode(format, quality)!.ToArray();

    public static byte[] Encoded(SKEncodedImageFormat format, int width = 40, int height = 60)
    {
        using var bitmap = Asymmetric(width, height);
        return Encode(bitmap, format);
    }

    /// <summary>Pixels of the bitmap as <c>(R·77 + G·150 + B·29) / 256</c>, row by row.</summary>
    public static byte[] Grey(SKBitmap bitmap) =>
        [.. bitmap.Pixels.Select(p => (byte)(((p.Red * 77) + (p.Green * 150) + (p.Blue * 29) + 128) >> 8))];
}
