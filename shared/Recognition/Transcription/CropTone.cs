namespace Ocr.Recognition.Transcription;

/// <summary>What was seen of a crop's pixels when they were made ready.</summary>
/// <param name="Deviation">Their standard deviation, grey levels.</param>
/// <param name="Ink">Where there is ink.</param>
internal readonly record struct CropTone(double Deviation, CropInk Ink);
