using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Ocr.EndToEnd.DocumentedClients;

/// <summary>A folder with a client program and its images, where the program runs.</summary>
internal sealed class ClientFolder : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr client ");

    /// <summary>Adds a program.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    /// <summary>Adds an image.</summary>
    public void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);

    /// <summary>The files that the program wrote.</summary>
    public JsonObject ReadJson(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.FullName, name)))!.AsObject();

    /// <summary>Runs a program; its exit code must be 0.</summary>
    /// <returns>Its output.</returns>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONIOENCODING"] = "utf-8" },
        })!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Timeout);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.\n{texts[0]}\n{texts[1]}");
        return texts[0];
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
