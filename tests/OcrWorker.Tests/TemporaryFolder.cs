namespace Ocr.OcrWorker.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ocr-worker-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
