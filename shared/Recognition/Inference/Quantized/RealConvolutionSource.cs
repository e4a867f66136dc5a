namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Real weights of a convolution of one channel as ONNX stores them.</summary>
/// <param name="Outputs">Number of channels of the output.</param>
/// <param name="Kernel">Rows and columns of the window.</param>
/// <param name="Stride">Pixels from a window to the next.</param>
/// <param name="Weights">[output, row, column].</param>
/// <param name="Bias">One per output.</param>
internal sealed record RealConvolutionSource(int Outputs, int Kernel, int Stride, float[] Weights, float[] Bias);
