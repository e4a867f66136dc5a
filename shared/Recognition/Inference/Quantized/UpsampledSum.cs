using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Adds a map and another one of half its height and width, each pixel of which is used four times (ONNX, Resize <c>nearest</c>, and Add).</summary>
internal sealed unsafe class UpsampledSum : ImageLayer
{
    private readonly int _large;
    private readonly int _small;
    private readonly Quantization _ofLarge;
    private readonly Quantization _ofSmall;
    private readonly Quantization _upsampled;
    private readonly Quantization _to;
    private readonly Requantizer _requantizer;

    /// <param name="large">Index of the larger input.</param>
    /// <param name="ofLarge">The meaning of the larger input.</param>
    /// <param name="small">Index of the smaller input.</param>
    /// <param name="ofSmall">The meaning of the smaller input.</param>
    /// <param name="upsampled">The meaning of the smaller input when it is added: its numbers are rounded a second time.</param>
    /// <param name="output">Index of the output.</param>
    /// <param name="to">The meaning of the output.</param>
    public UpsampledSum(int large, Quantization ofLarge, int small, Quantization ofSmall, Quantization upsampled, int output, Quantization to)
        : base(output)
    {
        (_large, _small) = (large, small);
        (_ofLarge, _ofSmall, _upsampled, _to) = (ofLarge, ofSmall, upsampled, to);
        _requantizer = new Requantizer(to.ZeroPoint, positive: false);
    }

    public override MapSize Size(ReadOnlySpan<MapSize> sizes)
    {
        var (large, small) = (sizes[_large], sizes[_small]);
        return large == new MapSize(2 * small.Height, 2 * small.Width)
            ? large
            : throw new ArgumentException($"A map of {large} cannot be added to an upsampled one of {small}: height and width of the input must be multiples of the stride.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run(ReadOnlySpan<FeatureMap> maps)
    {
        var (large, small, output) = (maps[_large], maps[_small], maps[Output]);
        var (factor, zero) = (Vector256.Create(_ofLarge.Scale / _to.Scale), Vector256.Create((int)_ofLarge.ZeroPoint));
        for (var y = 0; y < small.Size.Height; y++)
        {
            for (var x = 0; x < small.Size.Width; x++)
            {
                for (var channel = 0; channel < output.Channels; channel += FeatureMap.ChannelBlock)
                {
                    var (low, high) = (Upsampled(small.At(y, x) + channel), Upsampled(small.At(y, x) + channel + 8));
                    for (var pixel = 0; pixel < 4; pixel++)
                    {
                        var from = large.At((2 * y) + (pixel / 2), (2 * x) + (pixel % 2)) + channel;
                        _requantizer.Store(
                            output.At((2 * y) + (pixel / 2), (2 * x) + (pixel % 2)) + channel,
                            Fma.MultiplyAdd(Steps(from, zero), factor, low),
                            Fma.MultiplyAdd(Steps(from + 8, zero), factor, high));
                    }
                }
            }
        }
    }

    /// <summary>The numbers of eight bytes of the smaller input, in units of the scale of the output.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Upsampled(byte* values)
    {
        var steps = Steps(values, Vector256.Create((int)_ofSmall.ZeroPoint)) * Vector256.Create(_ofSmall.Scale / _upsampled.Scale);
        var rounded = Avx.ConvertToVector256Single(Avx.ConvertToVector256Int32(steps));
        var (least, most) = (Vector256.Create(0f - _upsampled.ZeroPoint), Vector256.Create((float)byte.MaxValue - _upsampled.ZeroPoint));
        return Vector256.Min(Vector256.Max(rounded, least), most) * Vector256.Create(_upsampled.Scale / _to.Scale);
    }

    /// <summary>How many steps eight bytes are above a zero point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Steps(byte* values, Vector256<int> zero) => Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(values) - zero);
}
