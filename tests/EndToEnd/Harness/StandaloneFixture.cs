namespace Ocr.EndToEnd.Harness;

/// <summary>One process for all tests that do not end it.</summary>
public sealed class StandaloneFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr end to end ");
    private StandaloneProcess _process = null!;

    internal Api Api => _process.Api;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address => _process.Api.Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

    /// <summary>What the process printed, for a test that fails.</summary>
    public string Log => _process.Log;

    public async Task InitializeAsync() => _process = await StandaloneProcess.StartAsync(_data.FullName);

    public async Task DisposeAsync()
    {
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
