namespace Ocr.ServiceDefaults.Net;

/// <summary>A host has no address that this system may connect to. The message contains neither host nor address.</summary>
public sealed class AddressRefusedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public AddressRefusedException()
        : base("The host has no address that this system may connect to.")
    {
    }

    /// <summary>Whether an exception, or one of its causes, is a refused address.</summary>
    /// <param name="exception">What a request threw.</param>
    public static bool IsCauseOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AddressRefusedException)
            {
                return true;
            }
        }

        return false;
    }
}
