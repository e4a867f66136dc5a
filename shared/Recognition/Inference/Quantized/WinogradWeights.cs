namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// The transformed weights of a convolution, multiplied with 24 for F(4, 3) and with 2 for F(2, 3) so that they are integers (at most 6096):
/// [block of 16 channels, position, pair of terms, channel, term of the pair].
/// </summary>
internal sealed unsafe class WinogradWeights
{
    private const int Pair = 2;

    // Rows of G in the article, times 24 and times 2.
    private static readonly int[][] ByColumn = [[6, 0, 0], [-4, -4, -4], [-4, 4, -4], [1, 2, 4], [1, -2, 4], [0, 0, 24]];
    private static readonly int[][] ByRow = [[2, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]];

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
            for (var position = 0; position < shape.Positions; position++)
            {
                Pack(source, shape, output, position);
            }
        }
    }

    /// <summary>Weights of a block of 16 channels.</summary>
    public int BlockLength { get; }

    /// <summary>Weights of one position of a block.</summary>
    public int PositionLength { get; }

    public short* Weights => (short*)_weights.Pointer;

    private void Pack(ConvolutionSource source, WinogradShape shape, int output, int position)
    {
        var (block, channel) = Math.DivRem(output, FeatureMap.ChannelBlock);
        var to = Weights + (block * BlockLength) + (position * PositionLength) + (channel * Pair);
        for (var term = 0; term < shape.Terms; term++)
        {
            var (pair, place) = Math.DivRem(term, Pair);
            to[(pair * FeatureMap.ChannelBlock * Pair) + place] = (short)Transformed(source, shape, output, position, term);
        }
    }

    private static int Transformed(ConvolutionSource source, WinogradShape shape, int output, int position, int term)
    {
        var (row, column) = Math.DivRem(position, WinogradShape.Columns);
        var (kernelRow, input) = Math.DivRem(term, source.Inputs);
        int OfRow(int y) => ByColumn[column].Select((factor, x) => factor * source.At(output, input, (y * source.KernelWidth) + x)).Sum();
        return shape.IsSquare ? ByRow[row].Select((factor, y) => factor * OfRow(y)).Sum() : OfRow(kernelRow);
    }
}
