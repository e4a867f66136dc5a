namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Computes one feature map from others.</summary>
/// <param name="output">Index of the map.</param>
internal abstract class Layer(int output)
{
    /// <summary>Index of the map that is computed.</summary>
    public int Output { get; } = output;

    /// <summary>Size of the output.</summary>
    /// <param name="sizes">Sizes of all maps that were computed before.</param>
    public abstract MapSize Size(ReadOnlySpan<MapSize> sizes);

    /// <summary>Computes the output.</summary>
    public abstract void Run(ReadOnlySpan<FeatureMap> maps);
}
