namespace Ocr.Recognition.Inference.Quantized;

/// <summary>What a convolution adds to the sums of a channel, and what it multiplies them with. Both are 0 for the channels that fill the last block.</summary>
internal sealed unsafe class ChannelConstants
{
    private readonly PinnedBlock _bias;
    private readonly PinnedBlock _scales;

    /// <param name="source">The weights.</param>
    /// <param name="from">The meaning of the input.</param>
    /// <param name="unit">Scale of the output; 1 for real numbers.</param>
    public ChannelConstants(ConvolutionSource source, Quantization from, float unit)
    {
        Count = source.Blocks * FeatureMap.ChannelBlock;
        _bias = new PinnedBlock(Count * sizeof(int));
        _scales = new PinnedBlock(Count * sizeof(float));
        new Span<byte>(_bias.Pointer, _bias.Length).Clear();
        new Span<byte>(_scales.Pointer, _scales.Length).Clear();
        for (var output = 0; output < source.Outputs; output++)
        {
            Bias[output] = source.Bias[output] - (from.ZeroPoint * source.Sum(output));
            Scales[output] = from.Scale * source.Scales[output] / unit;
        }
    }

    /// <summary>Outputs, rounded up to a multiple of 16.</summary>
    public int Count { get; }

    /// <summary>First values of the sums: the bias, less the part that the zero point of the input adds to a sum.</summary>
    public int* Bias => (int*)_bias.Pointer;

    /// <summary>Factors of the sums.</summary>
    public float* Scales => (float*)_scales.Pointer;
}
