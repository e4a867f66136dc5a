using Ocr.Testing.Servers;

namespace Ocr.Integration.Harness;

/// <summary>A worker with a wire of its own to the images, by which a test knows which image it is about to read.</summary>
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
