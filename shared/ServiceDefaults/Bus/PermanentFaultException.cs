namespace Ocr.ServiceDefaults.Bus;

/// <summary>A fault that no repetition cures: the message goes to the error queue at once.</summary>
public sealed class PermanentFaultException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong with the message; no receipt content.</param>
    public PermanentFaultException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong with the message; no receipt content.</param>
    /// <param name="inner">What was caught.</param>
    public PermanentFaultException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
