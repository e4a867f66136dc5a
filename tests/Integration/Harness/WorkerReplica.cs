using Ocr.Testing.Servers;

namespace Ocr.Integration.Harness;

/// <summary>A worker with its own proxy to the object store, which shows a test the image that the worker fetches.</summary>
internal sealed class WorkerReplica
{
    public WorkerReplica(IEnumerable<(string Name, string Value)> settings, int objectStore)
    {
        Images = new Link(objectStore);
        Process = new ServiceProcess("OcrWorker", settings.Where(item => item.Name != "S3_ENDPOINT").Append(("S3_ENDPOINT", ServerAddress.S3(Images.Port))));
    }

    public ServiceProcess Process { get; }

    public Link Images { get; }
}
