namespace Ocr.ReceiptCli;

/// <summary>A <c>truth.json</c> is missing, is not JSON, or names missing images or fields.</summary>
public sealed class TruthException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The error, with the file's path.</param>
    /// <param name="innerException">The parser's exception.</param>
    public TruthException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
