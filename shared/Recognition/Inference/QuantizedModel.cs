using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Inference;

/// <summary>A network that this project's own kernels run (ADR 60, ADR 61).</summary>
internal sealed class QuantizedModel(QuantizedNetwork network) : INetwork
{
    public string Engine { get; } = $"quantized ({QuantizedNetwork.InstructionSets})";

    public void Run(Memory<float> input, long[] inputShape, Memory<float> output, long[] outputShape) =>
        network.Run(input.Span, (int)inputShape[0], new MapSize((int)inputShape[2], (int)inputShape[3]), output.Span);

    public void Dispose() => network.Dispose();
}
