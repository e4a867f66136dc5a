using System.Diagnostics;

namespace Ocr.Deploy.Tests;

/// <summary>Runs a program that Debian has (kubectl, promtool) to its end.</summary>
internal static class Tool
{
    /// <summary>Its standard output.</summary>
    /// <exception cref="InvalidOperationException">The exit code is not 0; the message contains the output.</exception>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Testing.RepositoryRoot.Path,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{errors.GetAwaiter().GetResult()}");
    }
}
