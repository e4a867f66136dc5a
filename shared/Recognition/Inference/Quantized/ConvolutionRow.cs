namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The operands of one row of a convolution.</summary>
internal unsafe struct ConvolutionRow
{
    /// <summary>First byte of the window of the first pixel.</summary>
    public byte* Input;

    /// <summary>Bytes from a row of the input to the next.</summary>
    public int Pitch;

    /// <summary>Bytes from the window of a pixel to that of the next.</summary>
    public int PixelStep;

    /// <summary>Rows of the window.</summary>
    public int KernelRows;

    /// <summary>Groups of four bytes in a row of the window.</summary>
    public int Groups;

    /// <summary>[block of 16 channels, row of the window, group, channel, byte of the group].</summary>
    public sbyte* Weights;

    /// <summary>First values of the sums.</summary>
    public int* Bias;

    /// <summary>Channels of the output, a multiple of 16.</summary>
    public int Channels;

    /// <summary>First pixels of the blocks that are computed.</summary>
    public int* Blocks;

    /// <summary>Number of the blocks.</summary>
    public int BlockCount;
}
