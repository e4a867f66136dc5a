using System.Runtime.CompilerServices;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The last convolution: from bytes to real numbers.</summary>
internal sealed unsafe class OutputConvolution
{
    // A pixel of the detector's head has four outputs: four pixels fill a block of channels.
    private const int Cell = 2;
    private const int Unrolled = 4;

    private readonly int _input;
    private readonly bool _cells;
    private readonly ConvolutionWindow _window;

    /// <param name="source">The weights.</param>
    /// <param name="input">Index of the input.</param>
    /// <param name="from">The meaning of the input.</param>
    /// <param name="cells">
    /// Whether the four outputs of a pixel are the four cells of a square (ONNX, DepthToSpace, block size 2, CRD); otherwise the outputs are stored one pixel after the other.
    /// </param>
    public OutputConvolution(ConvolutionSource source, int input, Quantization from, bool cells)
    {
        (_input, _cells) = (input, cells);
        var used = cells ? source.Unrolled(Unrolled) : source;
        _window = new ConvolutionWindow(used, new ConvolutionWeights(used, from, unit: 1));
    }

    /// <summary>Bytes of the memory that <see cref="Run"/> needs.</summary>
    public int ScratchBytes(ReadOnlySpan<MapSize> sizes) => _cells ? _window.Size(sizes[_input]).Width * _window.Weights.Constants.Count * sizeof(float) : 0;

    /// <summary>Numbers of the output.</summary>
    public long Length(ReadOnlySpan<MapSize> sizes) => (long)_window.Size(sizes[_input]).Height * _window.Size(sizes[_input]).Width * _window.Weights.Constants.Count;

    /// <summary>Computes the output.</summary>
    /// <param name="maps">All feature maps.</param>
    /// <param name="scratch"><see cref="ScratchBytes"/> bytes.</param>
    /// <param name="output">[height, width, channels], or [2 × height, 2 × width] with cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<FeatureMap> maps, float* scratch, float* output)
    {
        var input = maps[_input];
        var (size, channels) = (_window.Size(input.Size), _window.Weights.Constants.Count);
        var count = ((size.Width - 1) / ConvolutionKernel.Block) + 1;
        var blocks = stackalloc int[count];
        for (var i = 0; i < count; i++)
        {
            blocks[i] = i * ConvolutionKernel.Block;
        }

        for (var y = 0; y < size.Height; y++, output += size.Width * channels)
        {
            var row = _window.Row(input, y);
            row.Blocks = blocks;
            row.BlockCount = count;
            ConvolutionKernel.Run(row, new RealRow(_cells ? scratch : output, size.Width, channels, _window.Weights.Constants.Scales));
            if (_cells)
            {
                Spread(scratch, output, size.Width * Unrolled);
            }
        }
    }

    private static void Spread(float* cells, float* output, int width)
    {
        float* upper = output, lower = output + (Cell * width);
        for (var x = 0; x < width; x++, cells += Cell * Cell, upper += Cell, lower += Cell)
        {
            *(long*)upper = *(long*)cells;
            *(long*)lower = *(long*)(cells + Cell);
        }
    }
}
