namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Weights of a convolution in the order in which <see cref="ConvolutionKernel"/> reads them.</summary>
internal sealed unsafe class ConvolutionWeights
{
    // The largest sum of the weights of two adjacent channels whose products with 255 fit into 16 bits.
    private const int PairLimit = 128;

    private readonly PinnedBlock _weights;

    /// <param name="source">The weights.</param>
    /// <param name="from">The meaning of the input.</param>
    /// <param name="unit">Scale of the output; 1 for real numbers.</param>
    public ConvolutionWeights(ConvolutionSource source, Quantization from, float unit)
    {
        (KernelHeight, KernelWidth) = (source.KernelHeight, source.KernelWidth);
        Groups = source.KernelWidth * source.Inputs / ConvolutionKernel.GroupBytes;
        Constants = new ChannelConstants(source, from, unit);
        _weights = new PinnedBlock(Constants.Count * KernelHeight * Groups * ConvolutionKernel.GroupBytes);
        new Span<byte>(_weights.Pointer, _weights.Length).Clear();
        for (var output = 0; output < source.Outputs; output++)
        {
            Pack(source, output);
        }
    }

    public int KernelHeight { get; }

    public int KernelWidth { get; }

    /// <summary>Groups of four bytes in a row of the window.</summary>
    public int Groups { get; }

    /// <summary>Bias and scale of the outputs.</summary>
    public ChannelConstants Constants { get; }

    public sbyte* Weights => (sbyte*)_weights.Pointer;

    /// <summary>Whether sums of two products fit into 16 bits, which <see cref="PairwiseProduct"/> demands (ADR 55).</summary>
    public static bool HasBoundedPairs(ConvolutionSource source)
    {
        for (var output = 0; output < source.Outputs; output++)
        {
            for (var input = 0; input < source.Inputs; input += 2)
            {
                for (var place = 0; place < source.KernelHeight * source.KernelWidth; place++)
                {
                    int first = source.At(output, input, place), second = source.At(output, input + 1, place);
                    if (Math.Max(first, 0) + Math.Max(second, 0) > PairLimit || Math.Min(first, 0) + Math.Min(second, 0) < -PairLimit)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Writes the weights of an output.</summary>
    private void Pack(ConvolutionSource source, int output)
    {
        var block = Weights + (output / FeatureMap.ChannelBlock * FeatureMap.ChannelBlock * KernelHeight * Groups * ConvolutionKernel.GroupBytes);
        for (var y = 0; y < KernelHeight; y++)
        {
            for (var x = 0; x < KernelWidth; x++)
            {
                for (var input = 0; input < source.Inputs; input++)
                {
                    var weight = source.At(output, input, (y * KernelWidth) + x);
                    var (group, place) = Math.DivRem((x * source.Inputs) + input, ConvolutionKernel.GroupBytes);
                    var channel = (((y * Groups) + group) * FeatureMap.ChannelBlock) + (output % FeatureMap.ChannelBlock);
                    block[(channel * ConvolutionKernel.GroupBytes) + place] = weight;
                }
            }
        }
    }
}
