using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The first convolution: from one channel of real numbers, with real weights, to bytes.</summary>
internal sealed unsafe class InputConvolution
{
    private const int PixelBlock = 4;

    private readonly RealConvolutionSource _source;
    private readonly PinnedBlock _weights;
    private readonly float _unit;
    private readonly Requantizer _requantizer;

    /// <param name="source">The weights; the number of outputs is a multiple of 16.</param>
    /// <param name="to">The meaning of the output.</param>
    /// <param name="positive">Whether negative sums become 0 (Relu).</param>
    public InputConvolution(RealConvolutionSource source, Quantization to, bool positive)
    {
        (_source, _unit, _requantizer) = (source, to.Scale, new Requantizer(to.ZeroPoint, positive));
        var window = source.Kernel * source.Kernel;
        _weights = new PinnedBlock((window + 1) * source.Outputs * sizeof(float));
        var packed = new Span<float>(_weights.Pointer, (window + 1) * source.Outputs);
        for (var output = 0; output < source.Outputs; output++)
        {
            // [block of 16 channels, the window and then the bias, channel].
            var block = packed[(output / FeatureMap.ChannelBlock * FeatureMap.ChannelBlock * (window + 1))..];
            block[(window * FeatureMap.ChannelBlock) + (output % FeatureMap.ChannelBlock)] = source.Bias[output];
            for (var place = 0; place < window; place++)
            {
                block[(place * FeatureMap.ChannelBlock) + (output % FeatureMap.ChannelBlock)] = source.Weights[(output * window) + place];
            }
        }
    }

    /// <summary>Size of the output.</summary>
    public MapSize Size(MapSize input) => input.Strided(_source.Stride, _source.Stride);

    /// <summary>Bytes of the memory that <see cref="Run"/> needs.</summary>
    public int ScratchBytes(MapSize input) => _source.Kernel * ScratchPitch(input) * sizeof(float);

    /// <summary>Computes the output.</summary>
    /// <param name="input">[height, width].</param>
    /// <param name="size">Height and width of the input.</param>
    /// <param name="scratch"><see cref="ScratchBytes"/> bytes.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(float* input, MapSize size, float* scratch, FeatureMap output)
    {
        var (pitch, margin) = (ScratchPitch(size), _source.Kernel / 2);
        new Span<float>(scratch, _source.Kernel * pitch).Clear();
        for (var y = 0; y < output.Size.Height; y++)
        {
            for (var row = 0; row < _source.Kernel; row++)
            {
                var from = (y * _source.Stride) + row - margin;
                var to = new Span<float>(scratch + (row * pitch) + margin, size.Width);
                if (from >= 0 && from < size.Height)
                {
                    new ReadOnlySpan<float>(input + ((long)from * size.Width), size.Width).CopyTo(to);
                }
                else
                {
                    to.Clear();
                }
            }

            Row(scratch, pitch, output, y);
            output.CloseRow(y);
        }
    }

    private int ScratchPitch(MapSize input) => input.Width + (2 * _source.Kernel) + (PixelBlock * _source.Stride);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(float* rows, int pitch, FeatureMap output, int y)
    {
        var (kernel, step) = (_source.Kernel, _source.Stride);
        var weights = (float*)_weights.Pointer;

        // The windows of a block and of the pixel before it.
        var columns = (PixelBlock * step) + kernel - 1;
        var words = stackalloc ulong[ColumnChanges.Words(pitch)];
        var changes = new ColumnChanges(words, rows, kernel, pitch);
        for (var channel = 0; channel < output.Channels; channel += FeatureMap.ChannelBlock, weights += ((kernel * kernel) + 1) * FeatureMap.ChannelBlock)
        {
            for (var x = 0; x < output.Size.Width; x += PixelBlock)
            {
                var to = output.At(y, x) + channel;
                if (x > 0 && !changes.Any((x - 1) * step, columns))
                {
                    Repeat(to, output.Channels);
                }
                else
                {
                    Block(rows + (x * step), pitch, weights, to, output.Channels);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Block(float* rows, int pitch, float* weight, byte* to, int channels)
    {
        var (kernel, step, unit) = (_source.Kernel, _source.Stride, Vector256.Create(_unit));
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        for (var row = 0; row < kernel; row++, rows += pitch)
        {
            var at = rows;
            for (var column = 0; column < kernel; column++, at++, weight += FeatureMap.ChannelBlock)
            {
                Vector256<float> low = Vector256.Load(weight), high = Vector256.Load(weight + 8);
                Add(ref a0, ref b0, at[0], low, high);
                Add(ref a1, ref b1, at[step], low, high);
                Add(ref a2, ref b2, at[2 * step], low, high);
                Add(ref a3, ref b3, at[3 * step], low, high);
            }
        }

        // The bias is added last and the unit divides, as in ONNX Runtime: another order would round a few numbers to another byte.
        Vector256<float> lowBias = Vector256.Load(weight), highBias = Vector256.Load(weight + 8);
        _requantizer.Store(to, (a0 + lowBias) / unit, (b0 + highBias) / unit);
        _requantizer.Store(to + channels, (a1 + lowBias) / unit, (b1 + highBias) / unit);
        _requantizer.Store(to + (2 * channels), (a2 + lowBias) / unit, (b2 + highBias) / unit);
        _requantizer.Store(to + (3 * channels), (a3 + lowBias) / unit, (b3 + highBias) / unit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref Vector256<float> low, ref Vector256<float> high, float number, Vector256<float> lowWeights, Vector256<float> highWeights)
    {
        low = Fma.MultiplyAdd(Vector256.Create(number), lowWeights, low);
        high = Fma.MultiplyAdd(Vector256.Create(number), highWeights, high);
    }

    /// <summary>Copies 16 channels of the pixel before a block to its pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Repeat(byte* block, int channels)
    {
        var before = Vector128.Load(block - channels);
        for (var pixel = 0; pixel < PixelBlock; pixel++)
        {
            before.Store(block + (pixel * channels));
        }
    }
}
