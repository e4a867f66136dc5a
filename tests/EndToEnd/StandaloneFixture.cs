using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>
/// One system for all tests that do not stop it: a separate process, or the system at <c>OCR_URL</c>, such as a distributed one.
/// </summary>
public sealed class StandaloneFixture : IAsyncLifetime
{
    private readonly string? _running = Environment.GetEnvironmentVariable("OCR_URL");
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr end to end ");
    private StandaloneProcess? _process;

    internal Api Api { get; private set; } = null!;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Address => Api.Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    /// <summary>Output of the process, for a failing test.</summary>
    public string Log => _process?.Log ?? "";

    public async Task InitializeAsync()
    {
        _process = string.IsNullOrEmpty(_running) ? await StandaloneProcess.StartAsync(_data.FullName) : null;
        Api = _process?.Api ?? new Api(new Uri(_running!));
    }

    public async Task DisposeAsync()
    {
        await (_process?.DisposeAsync() ?? ValueTask.CompletedTask);
        Api.Dispose();
        _data.Delete(recursive: true);
    }
}
