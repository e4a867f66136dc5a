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
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(full, fault);
        }
    }

    /// <summary>The error of a folder that cannot be written.</summary>
    /// <param name="path">The folder, or a file in it.</param>
    /// <param name="fault">The error of the system.</param>
    public static StartupException NotWritable(string path, Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new($"'{path}' cannot be written ({fault.Message.TrimEnd('.')}). Set DATA_DIR to a folder that this account can write.", fault);
    }
}
