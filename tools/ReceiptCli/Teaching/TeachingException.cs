namespace Ocr.ReceiptCli.Teaching;

/// <summary>No rules can be derived from a folder; the message states the reason and the fix.</summary>
public sealed class TeachingException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The error and the fix.</param>
    public TeachingException(string message)
        : base(message)
    {
    }
}
