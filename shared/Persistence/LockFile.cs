using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Persistence;

/// <summary>A file that one process holds open. The operating system releases it when the process ends for any reason.</summary>
internal static class LockFile
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    // EAGAIN of Linux and of macOS, and ERROR_SHARING_VIOLATION.
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Opens the file, waiting while another process holds it.</summary>
    /// <returns>The open file; <see langword="null"/> after the timeout.</returns>
    /// <exception cref="StartupException">It cannot be opened for another reason; waiting would not help.</exception>
    public static async Task<FileStream?> TryOpenAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        for (var left = timeout; ; left -= Poll)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (SharingViolations.Contains(exception.HResult))
            {
                if (left <= TimeSpan.Zero)
                {
                    return null;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw DataFolder.NotWritable(path, exception);
            }

            await Task.Delay(Poll, cancellationToken);
        }
    }
}
