namespace Ocr.Ingest.Dispatch;

/// <summary>Identity of this process as an owner of leases.</summary>
public sealed class HostInstance
{
    /// <summary>New at every start.</summary>
    public Guid Id { get; } = Guid.NewGuid();
}
