namespace Ocr.ReceiptCli;

/// <summary>A <c>truth.json</c> is missing, is no JSON, or names what is not there.</summary>
public sealed class TruthException : Exception
{
    /// <summary>A fault of a truth file.</summary>
    /// <param name="message">What is wrong, with the file's path.</param>
    /// <param name="innerException">The parser's own error.</param>
    public TruthException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
