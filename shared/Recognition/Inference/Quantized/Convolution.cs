using System.Runtime.CompilerServices;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A convolution from bytes to bytes; the window is centered on its pixel.</summary>
internal sealed unsafe class Convolution : ImageLayer
{
    private readonly int _input;
    private readonly ConvolutionWindow _window;
    private readonly Requantizer _requantizer;

    /// <param name="source">The weights.</param>
    /// <param name="input">Index of the input.</param>
    /// <param name="from">The meaning of the input.</param>
    /// <param name="output">Index of the output.</param>
    /// <param name="to">The meaning of the output.</param>
    /// <param name="positive">Whether negative sums become 0 (Relu).</param>
    public Convolution(ConvolutionSource source, int input, Quantization from, int output, Quantization to, bool positive)
        : base(output)
    {
        _input = input;
        _window = new ConvolutionWindow(source, new ConvolutionWeights(source, from, to.Scale));
        _requantizer = new Requantizer(to.ZeroPoint, positive);
    }

    public override MapSize Size(ReadOnlySpan<MapSize> sizes) => _window.Size(sizes[_input]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Run(ReadOnlySpan<FeatureMap> maps)
    {
        var (input, output) = (maps[_input], maps[Output]);
        var blocks = stackalloc int[(output.Size.Width / ConvolutionKernel.Block) + 1];
        for (var y = 0; y < output.Size.Height; y++)
        {
            var row = _window.Row(input, y);
            row.Blocks = blocks;
            row.BlockCount = RepeatedPixels.Split(row, input.Channels, output.Size.Width, blocks);
            ConvolutionKernel.Run(row, new ByteRow(output.At(y, 0), output.Channels, _window.Weights.Constants.Scales, _requantizer));
            RepeatedPixels.Fill(output, y, blocks, row.BlockCount);
            output.CloseRow(y);
        }
    }
}
