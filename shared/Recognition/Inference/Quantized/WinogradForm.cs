namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A shape of tiles, and the weights for it.</summary>
internal sealed class WinogradForm(ConvolutionSource source, WinogradShape shape)
{
    /// <summary>Largest number of tiles of a batch.</summary>
    public const int MaxBatch = 32;

    // The transformed tiles of a batch and their sums stay in the second level of the cache.
    private const int MaxBatchBytes = 128 * 1024;

    public WinogradShape Shape { get; } = shape;

    public WinogradWeights Weights { get; } = new(source, shape);

    /// <summary>Tiles of a batch, a multiple of <see cref="WinogradProduct.Tiles"/>.</summary>
    public int Batch { get; } = BatchOf(shape);

    /// <summary>Bytes of the transformed tiles of a batch.</summary>
    public static int TileBytes(WinogradShape shape) => (int)CacheLine.RoundUp(BatchOf(shape) * shape.TileLength * sizeof(short));

    /// <summary>Bytes of the sums of a batch and 16 channels.</summary>
    public static int SumBytes(WinogradShape shape) => BatchOf(shape) * shape.SumLength * sizeof(int);

    private static int BatchOf(WinogradShape shape) =>
        Math.Clamp(MaxBatchBytes / (shape.TileLength * sizeof(short)) / WinogradProduct.Tiles, 1, MaxBatch / WinogradProduct.Tiles) * WinogradProduct.Tiles;
}
