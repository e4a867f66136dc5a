namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Size of a feature map in pixels.</summary>
internal readonly record struct MapSize(int Height, int Width);
