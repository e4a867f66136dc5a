using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>
/// One system for all tests that do not end it: a process of its own, or the one that <c>OCR_URL</c> names, such as a distributed one.
/// </summary>
public sealed class StandaloneFixture : IAsyncLifetime
{
    private readonly string? _running = Environment.GetEnvironmentVariable("OCR_URL");
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr end to end ");
    private StandaloneProcess? _process;

    internal Api Api { get; private set; } = null!;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address => Api.Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    /// <summary>What the process printed, for a test that fails.</summary>
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
