using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The mean of each column of a map (ONNX, ReduceMean over the height).</summary>
internal sealed unsafe class HeightMean(int input, Quantization from, int output, Quantization to) : ImageLayer(output)
{
    private readonly Requantizer _requantizer = new(to.ZeroPoint, positive: false);

    public override MapSize Size(ReadOnlySpan<MapSize> sizes) => new(1, sizes[input].Width);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run(ReadOnlySpan<FeatureMap> maps)
    {
        var (source, result) = (maps[input], maps[Output]);
        var height = source.Size.Height;
        var (factor, zero) = (Vector256.Create(from.Scale / to.Scale / height), Vector256.Create(from.ZeroPoint * height));
        for (var x = 0; x < result.Size.Width; x++)
        {
            for (var channel = 0; channel < result.Channels; channel += FeatureMap.ChannelBlock)
            {
                var (low, high) = (-zero, -zero);
                for (var y = 0; y < height; y++)
                {
                    low += Avx2.ConvertToVector256Int32(source.At(y, x) + channel);
                    high += Avx2.ConvertToVector256Int32(source.At(y, x) + channel + 8);
                }

                _requantizer.Store(
                    result.At(0, x) + channel, Avx.ConvertToVector256Single(low) * factor, Avx.ConvertToVector256Single(high) * factor);
            }
        }
    }
}
