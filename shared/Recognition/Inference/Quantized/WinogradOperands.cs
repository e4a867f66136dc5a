namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The operands of <see cref="WinogradProduct"/>.</summary>
internal readonly unsafe struct WinogradOperands(WinogradShape shape, short* tiles, int count, short* weights, int blockLength, int* sums)
{
    /// <summary>Shape of the tiles.</summary>
    public WinogradShape Shape { get; } = shape;

    /// <summary>[tile, position, term], with room for a multiple of <see cref="WinogradProduct.Tiles"/>.</summary>
    public short* Tiles { get; } = tiles;

    /// <summary>Number of tiles.</summary>
    public int Count { get; } = count;

    /// <summary>Weights of the first block of channels (see <see cref="WinogradWeights"/>).</summary>
    public short* Weights { get; } = weights;

    /// <summary>Weights of a block of channels.</summary>
    public int BlockLength { get; } = blockLength;

    /// <summary>Gets the sums of a block: [tile, position, channel].</summary>
    public int* Sums(int block) => sums + (block * RoomFor(Count) * Shape.SumLength);

    /// <summary>Tiles for which there must be room: the last ones are multiplied together as well.</summary>
    public static int RoomFor(int count) => (count + WinogradProduct.Tiles - 1) / WinogradProduct.Tiles * WinogradProduct.Tiles;
}
