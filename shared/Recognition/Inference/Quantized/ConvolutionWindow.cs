using System.Runtime.CompilerServices;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>How the window of a convolution moves over its input.</summary>
/// <param name="source">Size of the window and its steps.</param>
/// <param name="weights">The weights.</param>
internal sealed unsafe class ConvolutionWindow(ConvolutionSource source, ConvolutionWeights weights)
{
    public ConvolutionWeights Weights { get; } = weights;

    /// <summary>Size of the output.</summary>
    public MapSize Size(MapSize input) => input.Strided(source.StrideY, source.StrideX);

    /// <summary>The operands of a row, without its blocks.</summary>
    /// <param name="input">The input.</param>
    /// <param name="y">The row of the output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ConvolutionRow Row(FeatureMap input, int y) => new()
    {
        // The border is one pixel, so a window of one pixel begins inside.
        Input = input.At((y * source.StrideY) - (source.KernelHeight > 1 ? 1 : 0), source.KernelWidth > 1 ? -1 : 0),
        Pitch = input.Pitch,
        PixelStep = source.StrideX * input.Channels,
        KernelRows = Weights.KernelHeight,
        Groups = Weights.Groups,
        Weights = Weights.Weights,
        Bias = Weights.Constants.Bias,
        Channels = Weights.Constants.Count,
    };
}
