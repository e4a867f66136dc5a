namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Computes one feature map from others.</summary>
/// <param name="output">Index of the map.</param>
internal abstract unsafe class Layer(int output)
{
    /// <summary>Index of the map that is computed.</summary>
    public int Output { get; } = output;

    /// <summary>Size of the output.</summary>
    /// <param name="sizes">Sizes of all maps that were computed before.</param>
    public abstract MapSize Size(ReadOnlySpan<MapSize> sizes);

    /// <summary>Bytes of the memory that <see cref="Run"/> needs.</summary>
    public virtual int ScratchBytes => 0;

    /// <summary>Computes the outputs of several images.</summary>
    /// <param name="images">All feature maps of each image.</param>
    /// <param name="scratch"><see cref="ScratchBytes"/> bytes, aligned to a line of the cache.</param>
    public abstract void Run(ReadOnlySpan<FeatureMap[]> images, byte* scratch);
}
