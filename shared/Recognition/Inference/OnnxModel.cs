using Microsoft.ML.OnnxRuntime;

namespace Ocr.Recognition.Inference;

/// <summary>
/// One ONNX session with one input and one output, both float32, over caller-owned buffers. Running is stateless: any number of calls
/// may run concurrently.
/// </summary>
internal sealed class OnnxModel : INetwork
{
    // Size of a page in color (OnnxTR). The arena never shrinks below its largest extent, so memory that such a run added is
    // released after it, which costs the next run a few milliseconds.
    private const int LargeInput = 1_000_000;

    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _outputs;
    private readonly RunOptions _run = new();
    private readonly RunOptions _large = new();

    /// <summary>Builds the session.</summary>
    /// <param name="model">The ONNX file's bytes.</param>
    /// <param name="input">Name of the input; <see langword="null"/> for the model's first.</param>
    /// <param name="output">Name of the output; <see langword="null"/> for the model's first.</param>
    /// <param name="threads">Threads inside one run.</param>
    /// <param name="boundedPairs">Whether int8 sums of the model fit into 16 bits.</param>
    /// <exception cref="OnnxRuntimeException">The runtime rejects the model.</exception>
    public OnnxModel(byte[] model, string? input, string? output, int threads, bool boundedPairs)
    {
        using var options = SessionSettings.Create(threads, boundedPairs);
        _session = new InferenceSession(model, options);
        _inputs = [input ?? _session.InputNames[0]];
        _outputs = [output ?? _session.OutputNames[0]];
        _large.AddRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
    }

    public string Engine => "onnxruntime";

    /// <summary>Name of the input.</summary>
    public string Input => _inputs[0];

    /// <summary>Name of the output.</summary>
    public string Output => _outputs[0];

    /// <summary>Dimensions of the input tensor, -1 where free; <see langword="null"/> when it is not a float32 tensor.</summary>
    public int[]? InputShape => Shape(_session.InputMetadata, _inputs[0]);

    /// <summary>Dimensions of the output tensor, -1 where free; <see langword="null"/> when it is not a float32 tensor.</summary>
    public int[]? OutputShape => Shape(_session.OutputMetadata, _outputs[0]);

    /// <summary>Runs the model from buffer to buffer, without copies.</summary>
    /// <exception cref="OnnxRuntimeException">The shapes do not match the model.</exception>
    public void Run(Memory<float> input, long[] inputShape, Memory<float> output, long[] outputShape)
    {
        using var from = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, input, inputShape);
        using var to = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, output, outputShape);
        _session.Run(input.Length > LargeInput ? _large : _run, _inputs, [from], _outputs, [to]);
    }

    /// <summary>Returns the shape of the output for an input of zeros, for sizes that the model's metadata leave free.</summary>
    /// <exception cref="OnnxRuntimeException">The shape does not match the model.</exception>
    public long[] Probe(long[] inputShape)
    {
        var zeros = new float[inputShape.Aggregate((a, b) => checked(a * b))];
        using var from = OrtValue.CreateTensorValueFromMemory(zeros, inputShape);
        using var results = _session.Run(_run, _inputs, [from], _outputs);
        return results[0].GetTensorTypeAndShape().Shape;
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
        _large.Dispose();
    }

    private static int[]? Shape(IReadOnlyDictionary<string, NodeMetadata> tensors, string name) =>
        tensors.TryGetValue(name, out var tensor) && tensor.IsTensor && tensor.ElementType == typeof(float) ? tensor.Dimensions : null;
}
