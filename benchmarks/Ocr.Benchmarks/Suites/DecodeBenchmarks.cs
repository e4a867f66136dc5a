using BenchmarkDotNet.Attributes;
using Ocr.Recognition.Imaging;
using SkiaSharp;

namespace Ocr.Benchmarks.Suites;

/// <summary>Encoded bytes to the upright gray plane, per image: the committed receipts, and the other formats that clients send.</summary>
public class DecodeBenchmarks
{
    private byte[][] _images = null!;

    [Params("jpeg", "png", "webp", "jpeg, 3 x the width")]
    public string Format { get; set; } = null!;

    [GlobalSetup]
    public void Encode() => _images =
        [.. Assets.Images(Assets.Receipts).Take(Bench.Receipts).Select(File.ReadAllBytes).Select(image => Encode(image, Format))];

    [Benchmark(OperationsPerInvoke = Bench.Receipts)]
    public void Decode()
    {
        foreach (var image in _images)
        {
            ImageDecoder.Decode(image, long.MaxValue).Dispose();
        }
    }

    private static byte[] Encode(byte[] jpeg, string format)
    {
        if (format == "jpeg")
        {
            return jpeg;
        }

        using var bitmap = SKBitmap.Decode(jpeg);
        var factor = format.EndsWith("width", StringComparison.Ordinal) ? 3 : 1;
        using var sized = bitmap.Resize(new SKSizeI(bitmap.Width * factor, bitmap.Height * factor), new SKSamplingOptions(SKCubicResampler.Mitchell));
        var encoding = format switch { "png" => SKEncodedImageFormat.Png, "webp" => SKEncodedImageFormat.Webp, _ => SKEncodedImageFormat.Jpeg };
        return sized.Encode(encoding, 80).ToArray();
    }
}
