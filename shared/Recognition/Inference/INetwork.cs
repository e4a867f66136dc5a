namespace Ocr.Recognition.Inference;

/// <summary>
/// A network with one input and one output, both float32, over caller-owned buffers. Running is stateless: any number of calls may run concurrently.
/// </summary>
internal interface INetwork : IDisposable
{
    /// <summary>What runs it, for the log and the status: <c>onnxruntime</c>, or <c>quantized</c> with the instruction set.</summary>
    string Engine { get; }

    /// <summary>Runs the network from buffer to buffer, without copies.</summary>
    /// <param name="input">The input.</param>
    /// <param name="inputShape">[images, 1, height, width].</param>
    /// <param name="output">The output.</param>
    /// <param name="outputShape">Its shape, which follows from that of the input.</param>
    void Run(Memory<float> input, long[] inputShape, Memory<float> output, long[] outputShape);
}
