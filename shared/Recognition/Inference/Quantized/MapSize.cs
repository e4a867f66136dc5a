namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Size of a feature map in pixels.</summary>
internal readonly record struct MapSize(int Height, int Width)
{
    /// <summary>Size of the output of a convolution of a map when its window is centered on every <paramref name="strideY"/>-th row and <paramref name="strideX"/>-th column.</summary>
    public MapSize Strided(int strideY, int strideX) => new(((Height - 1) / strideY) + 1, ((Width - 1) / strideX) + 1);
}
