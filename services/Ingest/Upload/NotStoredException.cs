namespace Ocr.Ingest.Upload;

/// <summary>The disk or the object store cannot be written: a server error, not an error of the upload.</summary>
/// <param name="inner">The error of the store.</param>
internal sealed class NotStoredException(Exception inner) : Exception("An upload could not be stored.", inner);
