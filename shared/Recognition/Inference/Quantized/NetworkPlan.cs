namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The layers of a network in the order in which they run.</summary>
/// <param name="First">Computes map 0.</param>
/// <param name="Layers">Compute the other maps.</param>
/// <param name="Last">Computes the output.</param>
/// <param name="Maps">Channels and meaning of all maps.</param>
internal sealed record NetworkPlan(InputConvolution First, IReadOnlyList<Layer> Layers, OutputConvolution Last, IReadOnlyList<MapFormat> Maps);

/// <summary>What does not depend on the size of an image.</summary>
/// <param name="Channels">Channels of the map.</param>
/// <param name="Quantization">The meaning of its bytes.</param>
internal readonly record struct MapFormat(int Channels, Quantization Quantization);
