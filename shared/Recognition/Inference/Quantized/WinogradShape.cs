namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// How a convolution with windows three columns wide is computed with fewer products: the minimal filtering algorithm of Winograd (Lavin and Gray,
/// <i>Fast Algorithms for Convolutional Neural Networks</i>, 2015) in integers. Four outputs of a row, F(4, 3), take 6 products instead of 12. When the rows of
/// the windows overlap as well, several rows are computed together: 2 × 4 outputs, F(2, 3) along the rows, take 24 products instead of 72, and 4 × 4 outputs take 36
/// instead of 144. See ADR 61.
/// </summary>
internal readonly record struct WinogradShape
{
    /// <summary>Columns of the outputs of a tile.</summary>
    public const int Width = 4;

    /// <summary>Columns of the inputs of a tile, and positions of a transformed row.</summary>
    public const int Columns = Width + 2;

    /// <summary>Largest number of rows of the outputs of a tile.</summary>
    public const int MaxHeight = 4;

    // 255 is the largest input. Of an output, the lowest 26 bits are exact in 4 x 4 tiles, and more in the others.
    private const int MaxSum = (1 << 25) / 255;

    /// <param name="source">A convolution that is supported.</param>
    /// <param name="height">Rows of the outputs of a tile: 1, or also 2 and 4 if <see cref="HasOverlappingRows"/>.</param>
    public WinogradShape(ConvolutionSource source, int height)
    {
        Channels = source.Inputs;
        StrideY = source.StrideY;
        Height = height;
        Rows = source.KernelHeight + height - 1;
    }

    /// <summary>Channels of the input.</summary>
    public int Channels { get; }

    /// <summary>Rows from a window to the next.</summary>
    public int StrideY { get; }

    /// <summary>Rows of the outputs of a tile: 1, 2 or 4.</summary>
    public int Height { get; }

    /// <summary>Rows of the inputs of a tile: 1, 3, 4 or 6.</summary>
    public int Rows { get; }

    /// <summary>Whether the rows are transformed as well.</summary>
    public bool TransformsRows => Height > 1;

    /// <summary>Sums of a tile and a channel: 6, 24 or 36.</summary>
    public int Positions => TransformsRows ? Rows * Columns : Columns;

    /// <summary>Products of one sum.</summary>
    public int Terms => TransformsRows ? Channels : Rows * Channels;

    /// <summary>Numbers of a transformed tile.</summary>
    public int TileLength => Positions * Terms;

    /// <summary>Sums of a tile and 16 channels.</summary>
    public int SumLength => Positions * FeatureMap.ChannelBlock;

    /// <summary>Whether the rows of the windows overlap as their columns do.</summary>
    public static bool HasOverlappingRows(ConvolutionSource source) => source is { KernelHeight: 3, StrideY: 1 };

    /// <summary>
    /// Whether a convolution can be computed so. The sums of a position may overflow, but not the outputs: arithmetic modulo 2³² then gives the exact result.
    /// </summary>
    public static bool Supports(ConvolutionSource source) =>
        source is { KernelWidth: 3, StrideX: 1 } && source.Inputs % FeatureMap.ChannelBlock == 0
            && Enumerable.Range(0, source.Outputs).All(output => source.AbsoluteSum(output) < MaxSum);
}
