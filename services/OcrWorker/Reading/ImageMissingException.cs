namespace Ocr.OcrWorker.Reading;

/// <summary>The image is not in the store. It may be stored later, or may have been deleted.</summary>
/// <param name="objectKey">Key of the image.</param>
internal sealed class ImageMissingException(string objectKey) : Exception($"There is no object {objectKey}.");
