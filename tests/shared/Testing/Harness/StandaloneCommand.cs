using System.Diagnostics;

namespace Ocr.Testing.Harness;

/// <summary>A command of the program that ends, such as <c>backup FILE</c>.</summary>
public static class StandaloneCommand
{
    /// <summary>Runs it and waits for its end.</summary>
    /// <returns>Its output and its exit code.</returns>
    public static Task<(string Output, int ExitCode)> RunAsync(string dataDirectory, params string[] arguments) => RunAsync(dataDirectory, [], arguments);

    /// <summary>The same with further environment variables.</summary>
    public static async Task<(string Output, int ExitCode)> RunAsync(string dataDirectory, (string Name, string Value)[] settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Standalone, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DATA_DIR"] = dataDirectory;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output + await errors, process.ExitCode);
    }
}
