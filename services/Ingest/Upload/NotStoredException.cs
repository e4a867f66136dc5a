namespace Ocr.Ingest.Upload;

/// <summary>The disk or the object store takes nothing at the moment: an error of ours, and not of the upload.</summary>
/// <param name="inner">What the store said.</param>
internal sealed class NotStoredException(Exception inner) : Exception("An upload could not be stored.", inner);
