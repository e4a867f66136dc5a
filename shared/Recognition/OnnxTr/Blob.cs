namespace Ocr.Recognition.OnnxTr;

/// <summary>Bounds of connected text pixels of the map; all four are inclusive.</summary>
internal readonly record struct Blob(int X0, int Y0, int X1, int Y1);
