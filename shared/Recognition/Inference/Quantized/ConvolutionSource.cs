namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Weights of a convolution as ONNX stores them.</summary>
/// <param name="Outputs">Number of channels of the output.</param>
/// <param name="Inputs">Number of channels of the input.</param>
/// <param name="KernelHeight">Rows of the window; 1 for a convolution over one dimension.</param>
/// <param name="KernelWidth">Columns of the window.</param>
/// <param name="StrideY">Rows from a window to the next.</param>
/// <param name="StrideX">Columns from a window to the next.</param>
/// <param name="Weights">[output, input, row, column].</param>
/// <param name="Bias">One per output, in units of the scale of the input times the scale of the weight.</param>
/// <param name="Scales">Scale of the weights of each output.</param>
internal sealed record ConvolutionSource(
    int Outputs, int Inputs, int KernelHeight, int KernelWidth, int StrideY, int StrideX, sbyte[] Weights, int[] Bias, float[] Scales)
{
    /// <summary>A weight.</summary>
    /// <param name="output">Channel of the output.</param>
    /// <param name="input">Channel of the input.</param>
    /// <param name="place">Row × columns + column.</param>
    public sbyte At(int output, int input, int place) => Weights[(((output * Inputs) + input) * KernelHeight * KernelWidth) + place];

    /// <summary>Blocks of channels that the outputs need.</summary>
    public int Blocks => (Outputs + FeatureMap.ChannelBlock - 1) / FeatureMap.ChannelBlock;

    /// <summary>The sum of the weights of an output.</summary>
    public int Sum(int output) => Of(output).Sum(weight => weight);

    /// <summary>The sum of their absolute values.</summary>
    public int AbsoluteSum(int output) => Of(output).Sum(weight => Math.Abs((int)weight));

    /// <summary>
    /// The same convolution with <paramref name="pixels"/> adjacent pixels as outputs, [pixel, output], in a window that is wider by the others. It fills a
    /// block of channels when there are few outputs.
    /// </summary>
    public ConvolutionSource Unrolled(int pixels)
    {
        var width = KernelWidth + ((pixels - 1) * StrideX);
        var weights = new sbyte[pixels * Weights.Length / KernelWidth * width];
        for (var row = 0; row < Outputs * Inputs * KernelHeight; row++)
        {
            for (var pixel = 0; pixel < pixels; pixel++)
            {
                var to = ((pixel * Outputs * Inputs * KernelHeight) + row) * width;
                Weights.AsSpan(row * KernelWidth, KernelWidth).CopyTo(weights.AsSpan(to + (pixel * StrideX)));
            }
        }

        return new ConvolutionSource(
            pixels * Outputs,
            Inputs,
            KernelHeight,
            width,
            StrideY,
            pixels * StrideX,
            weights,
            [.. Enumerable.Repeat(Bias, pixels).SelectMany(values => values)],
            [.. Enumerable.Repeat(Scales, pixels).SelectMany(values => values)]);
    }

    private ArraySegment<sbyte> Of(int output) => new(Weights, output * Weights.Length / Outputs, Weights.Length / Outputs);
}
