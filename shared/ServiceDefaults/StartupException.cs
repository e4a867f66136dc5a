namespace Ocr.ServiceDefaults;

/// <summary>Ends a process at its start. The message is for the operator: the problem, its location, and the fix.</summary>
public sealed class StartupException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Message for the operator.</param>
    public StartupException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Message for the operator.</param>
    /// <param name="inner">The cause.</param>
    public StartupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
