namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// How a convolution with windows three columns wide is computed with fewer products: the minimal filtering algorithm of Winograd (Lavin and Gray,
/// <i>Fast Algorithms for Convolutional Neural Networks</i>, 2015) in integers. Four outputs of a row, F(4, 3), take 6 products instead of 12. When the rows of
/// the windows overlap as well, two rows are computed together, F(2, 3), and eight outputs take 24 products instead of 72. See ADR 61.
/// </summary>
internal readonly record struct WinogradShape
{
    /// <summary>Columns of the outputs of a tile.</summary>
    public const int Width = 4;

    /// <summary>Columns of the inputs of a tile, and positions of a transformed row.</summary>
    public const int Columns = Width + 2;

    // 255 is the largest input, and the sums are multiplied with at most 48.
    private const int MaxSum = int.MaxValue / (255 * 48);

    /// <param name="source">A convolution that is supported.</param>
    public WinogradShape(ConvolutionSource source)
    {
        Channels = source.Inputs;
        StrideY = source.StrideY;
        Height = source is { KernelHeight: 3, StrideY: 1 } ? 2 : 1;
        Rows = source.KernelHeight + Height - 1;
    }

    /// <summary>Channels of the input.</summary>
    public int Channels { get; }

    /// <summary>Rows from a window to the next.</summary>
    public int StrideY { get; }

    /// <summary>Rows of the outputs of a tile: 1 or 2.</summary>
    public int Height { get; }

    /// <summary>Rows of the inputs of a tile: 1, 3 or 4.</summary>
    public int Rows { get; }

    /// <summary>Whether the rows are transformed as well.</summary>
    public bool IsSquare => Height == 2;

    /// <summary>Sums of a tile and a channel: 24 or 6.</summary>
    public int Positions => IsSquare ? Rows * Columns : Columns;

    /// <summary>Products of one sum.</summary>
    public int Terms => IsSquare ? Channels : Rows * Channels;

    /// <summary>Numbers of a transformed tile.</summary>
    public int TileLength => Positions * Terms;

    /// <summary>Sums of a tile and 16 channels.</summary>
    public int SumLength => Positions * FeatureMap.ChannelBlock;

    /// <summary>
    /// Whether a convolution can be computed so. The sums of a position may overflow, but not the outputs: arithmetic modulo 2³² then gives the exact result.
    /// </summary>
    public static bool Supports(ConvolutionSource source) =>
        source is { KernelWidth: 3, StrideX: 1 } && source.Inputs % FeatureMap.ChannelBlock == 0
            && Enumerable.Range(0, source.Outputs).All(output => source.AbsoluteSum(output) <= MaxSum);
}
