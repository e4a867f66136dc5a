namespace Ocr.ServiceDefaults.Bus;

/// <summary>An error that no retry can resolve: the message goes to the error queue immediately.</summary>
public sealed class PermanentErrorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the message; no receipt content.</param>
    public PermanentErrorException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong with the message; no receipt content.</param>
    /// <param name="inner">The cause.</param>
    public PermanentErrorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
