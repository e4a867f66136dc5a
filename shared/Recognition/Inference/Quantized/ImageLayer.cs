namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A layer that computes one image after the other.</summary>
/// <param name="output">Index of the map that is computed.</param>
internal abstract unsafe class ImageLayer(int output) : Layer(output)
{
    public sealed override void Run(ReadOnlySpan<FeatureMap[]> images, byte* scratch)
    {
        foreach (var maps in images)
        {
            Run(maps);
        }
    }

    /// <summary>Computes the output of an image.</summary>
    /// <param name="maps">All its feature maps.</param>
    protected abstract void Run(ReadOnlySpan<FeatureMap> maps);
}
