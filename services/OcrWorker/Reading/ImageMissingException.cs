namespace Ocr.OcrWorker.Reading;

/// <summary>The store has no such image: perhaps not yet, perhaps never again.</summary>
/// <param name="objectKey">Key of the image.</param>
internal sealed class ImageMissingException(string objectKey) : Exception($"There is no object {objectKey}.");
