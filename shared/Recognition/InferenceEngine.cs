namespace Ocr.Recognition;

/// <summary>What runs the networks of a model pack.</summary>
public enum InferenceEngine
{
    /// <summary>For each network the one that was faster in a short trial at the start.</summary>
    Fastest,

    /// <summary>ONNX Runtime.</summary>
    OnnxRuntime,

    /// <summary>This project's own kernels, where the processor and the network allow it; ONNX Runtime otherwise.</summary>
    Quantized,
}
