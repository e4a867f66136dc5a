namespace Ocr.Ingest.Dispatch;

/// <summary>Identity of this process among all that ever owned a lease.</summary>
public sealed class HostInstance
{
    /// <summary>New at every start.</summary>
    public Guid Id { get; } = Guid.NewGuid();
}
