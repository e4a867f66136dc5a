namespace Ocr.Recognition.Inference.Quantized;

/// <summary>The real number of a byte <c>q</c> is <c>Scale × (q − ZeroPoint)</c> (ONNX, DequantizeLinear).</summary>
/// <param name="Scale">Larger than 0.</param>
/// <param name="ZeroPoint">The byte that means 0.</param>
internal readonly record struct Quantization(float Scale, byte ZeroPoint);
