using SkiaSharp;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>Small valid images of every kind that a decoder handles separately.</summary>
internal static class Seeds
{
    public static IReadOnlyList<byte[]> All { get; } = [.. Jpegs(), .. Pngs(), .. WebPs()];

    private static IEnumerable<byte[]> Jpegs()
    {
        yield return Jpeg(SKJpegEncoderDownsample.Downsample420);
        yield return Jpeg(SKJpegEncoderDownsample.Downsample444);
        yield return Asset("progressive.jpg");
        yield return Asset("cmyk.jpg");
    }

    private static IEnumerable<byte[]> Pngs()
    {
        yield return Pictures.Encoded(SKEncodedImageFormat.Png);
        yield return Asset("palette.png");
        yield return Asset("grey16.png");
        yield return Asset("interlaced.png");
    }

    private static IEnumerable<byte[]> WebPs()
    {
        using var bitmap = Pictures.Asymmetric();
        using var pixels = bitmap.PeekPixels()!;
        yield return pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, 60))!.ToArray();
        yield return pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 60))!.ToArray();
        bitmap.Erase(new SKColor(0x80, 0x40, 0x20, 0x60));
        yield return pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, 60))!.ToArray(); // extended: alpha
    }

    private static byte[] Jpeg(SKJpegEncoderDownsample sampling)
    {
        using var bitmap = Pictures.Asymmetric();
        using var pixels = bitmap.PeekPixels()!;
        return pixels.Encode(new SKJpegEncoderOptions(70, sampling, SKJpegEncoderAlphaOption.Ignore))!.ToArray();
    }

    private static byte[] Asset(string name) => File.ReadAllBytes(Repository.TestFile("assets", name));
}
