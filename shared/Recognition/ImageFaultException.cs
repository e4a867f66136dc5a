namespace Ocr.Recognition;

/// <summary>The image can never be read: a permanent failure, not to be retried.</summary>
public sealed class ImageFaultException : Exception
{
    /// <summary>An image fault with its reason.</summary>
    /// <param name="fault">The reason.</param>
    /// <param name="message">What was found, for a log; carries no content of the image.</param>
    /// <param name="innerException">What the decoder said.</param>
    public ImageFaultException(ImageFault fault, string message, Exception? innerException = null)
        : base(message, innerException) => Fault = fault;

    /// <summary>The reason.</summary>
    public ImageFault Fault { get; }
}
