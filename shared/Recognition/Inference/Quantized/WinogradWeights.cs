namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// The transformed weights of a convolution: [block of 16 channels, position, pair of terms, channel, term of the pair]. They are multiplied so that they are integers,
/// which <see cref="WinogradOutput"/> reverses: along the columns with 24, along two rows with 2, and along four rows with the denominators of the rows of G, because
/// the result must fit into 16 bits (at most 24 × 7 × 128).
/// </summary>
internal sealed unsafe class WinogradWeights
{
    private const int Pair = 2;

    private readonly PinnedBlock _weights;

    /// <param name="source">The weights.</param>
    /// <param name="shape">Shape of the tiles.</param>
    public WinogradWeights(ConvolutionSource source, WinogradShape shape)
    {
        PositionLength = shape.Terms * FeatureMap.ChannelBlock;
        BlockLength = PositionLength * shape.Positions;
        _weights = new PinnedBlock(source.Blocks * BlockLength * sizeof(short));
        new Span<byte>(_weights.Pointer, _weights.Length).Clear();
        for (var output = 0; output < source.Outputs; output++)
        {
            for (var input = 0; input < source.Inputs; input++)
            {
                Pack(source, shape, output, input);
            }
        }
    }

    /// <summary>Weights of a block of 16 channels.</summary>
    public int BlockLength { get; }

    /// <summary>Weights of one position of a block.</summary>
    public int PositionLength { get; }

    public short* Weights => (short*)_weights.Pointer;

    /// <summary>Transforms the window of an input and an output.</summary>
    private void Pack(ConvolutionSource source, WinogradShape shape, int output, int input)
    {
        const int Columns = WinogradShape.Columns;
        Span<int> rows = stackalloc int[Columns * Columns];
        Span<int> column = stackalloc int[Columns];
        for (var row = 0; row < source.KernelHeight; row++)
        {
            var place = row * source.KernelWidth;
            ForColumns(source.At(output, input, place), source.At(output, input, place + 1), source.At(output, input, place + 2), rows.Slice(row * Columns, Columns));
        }

        for (var x = 0; x < Columns; x++)
        {
            if (!shape.TransformsRows)
            {
                for (var row = 0; row < source.KernelHeight; row++)
                {
                    Set(output, x, (row * source.Inputs) + input, rows[(row * Columns) + x]);
                }

                continue;
            }

            ForRows(rows[x], rows[Columns + x], rows[(2 * Columns) + x], shape.Height, column);
            for (var row = 0; row < shape.Rows; row++)
            {
                Set(output, (row * Columns) + x, input, column[row]);
            }
        }
    }

    /// <summary>G for F(4, 3), times 24.</summary>
    private static void ForColumns(int g0, int g1, int g2, Span<int> to)
    {
        to[0] = 6 * g0;
        to[1] = -4 * (g0 + g1 + g2);
        to[2] = -4 * (g0 - g1 + g2);
        to[3] = g0 + (2 * g1) + (4 * g2);
        to[4] = g0 - (2 * g1) + (4 * g2);
        to[5] = 24 * g2;
    }

    /// <summary>G for F(2, 3), times 2, or G for F(4, 3) with rows times 4, -6, -6, 24, 24 and 1.</summary>
    private static void ForRows(int g0, int g1, int g2, int height, Span<int> to)
    {
        to[1] = g0 + g1 + g2;
        to[2] = g0 - g1 + g2;
        if (height == 2)
        {
            (to[0], to[3]) = (2 * g0, 2 * g2);
        }
        else
        {
            (to[0], to[5]) = (g0, g2);
            to[3] = g0 + (2 * g1) + (4 * g2);
            to[4] = g0 - (2 * g1) + (4 * g2);
        }
    }

    private void Set(int output, int position, int term, int weight)
    {
        var (block, channel) = Math.DivRem(output, FeatureMap.ChannelBlock);
        var (pair, place) = Math.DivRem(term, Pair);
        Weights[(block * BlockLength) + (position * PositionLength) + (((pair * FeatureMap.ChannelBlock) + channel) * Pair) + place] = (short)weight;
    }
}
