namespace Ocr.ServiceDefaults.Storage;

/// <summary>
/// Marks an exception of a library as a temporary storage failure: a retry can succeed. It is a mark and not another
/// exception, because libraries and callers depend on the type that was thrown.
/// </summary>
public static class Outage
{
    private const string Key = "Ocr.Outage";

    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL.
    private static readonly int[] NoSpace = [28, 122, unchecked((int)0x80070070)];

    /// <summary>Marks an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="error">Kind of the failure.</param>
    public static void Mark(Exception exception, StorageError error)
    {
        ArgumentNullException.ThrowIfNull(exception);
        exception.Data[Key] = error;
    }

    /// <summary>The mark of an exception or one of its causes; a full disk needs no mark.</summary>
    /// <param name="exception">The exception.</param>
    public static StorageError? Of(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception.Data[Key] is StorageError error)
            {
                return error;
            }

            if (exception is IOException && NoSpace.Contains(exception.HResult))
            {
                return StorageError.Full;
            }
        }

        return null;
    }
}
