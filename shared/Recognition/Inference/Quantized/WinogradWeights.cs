namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// The transformed weights of a convolution, multiplied with 24 for F(4, 3) and with 2 for F(2, 3) so that they are integers of 16 bits:
/// [block of 16 channels, position, pair of terms, channel, term of the pair].
/// </summary>
internal sealed unsafe class WinogradWeights
{
    private const int Pair = 2;
    private const int MaxRows = 3;

    private readonly PinnedBlock _weights;

    /// <param name="source">The weights.</param>
    /// <param name="shape">Its shape.</param>
    public WinogradWeights(ConvolutionSource source, WinogradShape shape)
    {
        PositionLength = shape.Terms * FeatureMap.ChannelBlock;
        BlockLength = PositionLength * shape.Positions;
        var blocks = (source.Outputs + FeatureMap.ChannelBlock - 1) / FeatureMap.ChannelBlock;
        _weights = new PinnedBlock(blocks * BlockLength * sizeof(short));
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
        Span<int> rows = stackalloc int[MaxRows * WinogradShape.Columns];
        for (var row = 0; row < source.KernelHeight; row++)
        {
            var place = row * source.KernelWidth;
            Columns(source.At(output, input, place), source.At(output, input, place + 1), source.At(output, input, place + 2), rows.Slice(row * WinogradShape.Columns, WinogradShape.Columns));
        }

        for (var column = 0; column < WinogradShape.Columns; column++)
        {
            if (shape.IsSquare)
            {
                var (g0, g1, g2) = (rows[column], rows[WinogradShape.Columns + column], rows[(2 * WinogradShape.Columns) + column]);
                Set(output, column, input, 2 * g0);
                Set(output, WinogradShape.Columns + column, input, g0 + g1 + g2);
                Set(output, (2 * WinogradShape.Columns) + column, input, g0 - g1 + g2);
                Set(output, (3 * WinogradShape.Columns) + column, input, 2 * g2);
            }
            else
            {
                for (var row = 0; row < source.KernelHeight; row++)
                {
                    Set(output, column, (row * source.Inputs) + input, rows[(row * WinogradShape.Columns) + column]);
                }
            }
        }
    }

    /// <summary>G of the article for F(4, 3), times 24.</summary>
    private static void Columns(int g0, int g1, int g2, Span<int> to)
    {
        to[0] = 6 * g0;
        to[1] = -4 * (g0 + g1 + g2);
        to[2] = -4 * (g0 - g1 + g2);
        to[3] = g0 + (2 * g1) + (4 * g2);
        to[4] = g0 - (2 * g1) + (4 * g2);
        to[5] = 24 * g2;
    }

    private void Set(int output, int position, int term, int weight)
    {
        var (block, channel) = Math.DivRem(output, FeatureMap.ChannelBlock);
        var (pair, place) = Math.DivRem(term, Pair);
        Weights[(block * BlockLength) + (position * PositionLength) + (((pair * FeatureMap.ChannelBlock) + channel) * Pair) + place] = (short)weight;
    }
}
