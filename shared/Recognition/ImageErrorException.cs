namespace Ocr.Recognition;

/// <summary>The image can never be read: a permanent failure that must not be retried.</summary>
public sealed class ImageErrorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="message">Description for a log, without contents of the image.</param>
    /// <param name="innerException">The decoder's exception.</param>
    public ImageErrorException(ImageError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>The reason.</summary>
    public ImageError Error { get; }
}
