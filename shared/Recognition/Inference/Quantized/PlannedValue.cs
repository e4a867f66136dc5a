using Ocr.Recognition.Inference.Onnx;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>What <see cref="NetworkPlanner"/> knows of a tensor.</summary>
internal abstract record PlannedValue;

/// <summary>A feature map.</summary>
internal sealed record PlannedMap(int Map) : PlannedValue;

/// <summary>A feature map with twice its height and width.</summary>
/// <param name="Map">The map.</param>
/// <param name="Quantization">The meaning of its bytes after a second rounding; <see langword="null"/> until it is known.</param>
internal sealed record PlannedUpsampling(int Map, Quantization? Quantization) : PlannedValue;

/// <summary>A quantized constant.</summary>
/// <param name="Values">The integers.</param>
/// <param name="Scales">One scale, or one per output.</param>
internal sealed record PlannedConstant(OnnxTensor Values, float[] Scales) : PlannedValue
{
    /// <summary>The scale of an output.</summary>
    public float Scale(int output) => Scales[Scales.Length == 1 ? 0 : output];
}

/// <summary>The first convolution, whose result is not quantized yet.</summary>
internal sealed record PlannedInput(RealConvolutionSource Source, bool Positive) : PlannedValue;

/// <summary>An operation whose result is not quantized yet.</summary>
internal abstract record PlannedOperation : PlannedValue
{
    /// <summary>Channels of the result.</summary>
    public abstract int Channels(IReadOnlyList<MapFormat> maps);

    /// <summary>The layer with a quantized result.</summary>
    public abstract Layer ToLayer(IReadOnlyList<MapFormat> maps, int output, Quantization to);
}

/// <summary>A convolution of a map.</summary>
internal sealed record PlannedConvolution(ConvolutionSource Source, int Input, bool Positive, bool Cells) : PlannedOperation
{
    public override int Channels(IReadOnlyList<MapFormat> maps) => Source.Outputs;

    public override Layer ToLayer(IReadOnlyList<MapFormat> maps, int output, Quantization to) =>
        WinogradShape.Supports(Source)
            ? new WinogradConvolution(Source, Input, maps[Input].Quantization, output, to, Positive)
            : new Convolution(Source, Input, maps[Input].Quantization, output, to, Positive);
}

/// <summary>The sum of a map and an upsampled one.</summary>
internal sealed record PlannedSum(int Large, int Small, Quantization Upsampled) : PlannedOperation
{
    public override int Channels(IReadOnlyList<MapFormat> maps) => maps[Large].Channels;

    public override Layer ToLayer(IReadOnlyList<MapFormat> maps, int output, Quantization to) =>
        new UpsampledSum(Large, maps[Large].Quantization, Small, maps[Small].Quantization, Upsampled, output, to);
}

/// <summary>The mean of a map over its height.</summary>
internal sealed record PlannedMean(int Input) : PlannedOperation
{
    public override int Channels(IReadOnlyList<MapFormat> maps) => maps[Input].Channels;

    public override Layer ToLayer(IReadOnlyList<MapFormat> maps, int output, Quantization to) =>
        new HeightMean(Input, maps[Input].Quantization, output, to);
}
