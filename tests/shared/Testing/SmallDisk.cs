using System.Diagnostics;
using System.Globalization;

namespace Ocr.Testing;

/// <summary>A small separate file system, which a test can fill or make read-only. Needs permission to mount.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly bool _isOurs;

    private SmallDisk(string path, bool isOurs) => (Path, _isOurs) = (path, isOurs);

    public string Path { get; }

    /// <summary>The reason why it cannot be created; <see langword="null"/> when it can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    /// <param name="megabytes">Its size.</param>
    /// <param name="path">An empty folder; a new one when there is none.</param>
    public static SmallDisk Create(int megabytes, string? path = null)
    {
        var folder = path ?? Directory.CreateTempSubdirectory("ocr-small-disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder);
        return new SmallDisk(folder, path is null);
    }

    /// <summary>Writes until nothing more fits.</summary>
    /// <returns>The file that takes the space; deleting it gives the space back.</returns>
    public string Fill(int leaveBytes = 0)
    {
        var path = System.IO.Path.Combine(Path, "filling");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        var block = new byte[4096];
        try
        {
            while (new DriveInfo(Path).AvailableFreeSpace > leaveBytes)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }

        return path;
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path);

    public void Dispose()
    {
        Run("umount", "-l", Path);
        if (_isOurs)
        {
            Directory.Delete(Path);
        }
    }

    private static string? FindObstacle()
    {
        try
        {
            Create(1).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "This account cannot mount a file system: " + exception.Message;
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(error.Trim());
        }
    }
}

/// <summary>A test that needs a <see cref="SmallDisk"/>; skipped, with the reason, where it cannot be created.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Obstacle;
}
