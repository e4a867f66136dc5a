namespace Ocr.ServiceDefaults;

/// <summary>Ends a process at its start. The message is for the operator: what is wrong, with its place, and what to do about it.</summary>
public sealed class StartupException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">The sentences that the operator reads.</param>
    public StartupException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">The sentences that the operator reads.</param>
    /// <param name="inner">The cause.</param>
    public StartupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
