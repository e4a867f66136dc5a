namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A graph has an operation, or a form of one, for which <see cref="QuantizedNetwork"/> has no layer.</summary>
/// <param name="what">The operation or the tensor.</param>
internal sealed class UnsupportedNetworkException(string what) : Exception($"The network has no quantized layer for {what}.");
