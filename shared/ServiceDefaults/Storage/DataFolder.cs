namespace Ocr.ServiceDefaults.Storage;

/// <summary>The folder of all run-time data.</summary>
public static class DataFolder
{
    /// <summary>Access for the account of the process only.</summary>
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates a folder that only this account can open. One that exists keeps its mode: it may be shared on purpose.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="StartupException">The folder cannot be created.</exception>
    public static string Create(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(full, Private);
            }
            else
            {
                Directory.CreateDirectory(full);
            }

            return full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(full, exception);
        }
    }

    /// <summary>The error of a folder that cannot be written.</summary>
    /// <param name="path">The folder, or a file in it.</param>
    /// <param name="exception">The error of the system.</param>
    public static StartupException NotWritable(string path, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new($"'{path}' cannot be written ({exception.Message.TrimEnd('.')}). Set DATA_DIR to a folder that this account can write.", exception);
    }
}
