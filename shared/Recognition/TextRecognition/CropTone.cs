namespace Ocr.Recognition.TextRecognition;

/// <summary>Properties of a crop's pixels, measured during preprocessing.</summary>
/// <param name="Deviation">Their standard deviation, gray levels.</param>
/// <param name="Ink">Columns that contain ink.</param>
internal readonly record struct CropTone(double Deviation, CropInk Ink);
