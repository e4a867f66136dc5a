namespace Ocr.Ingest.Data;

/// <summary>Says that somebody is about to put an image, or to remove it; see <see cref="Objects.ObjectReservations"/>.</summary>
public sealed class ObjectReservation
{
    /// <summary>Key of the image in the object store.</summary>
    public required string ObjectKey { get; set; }

    /// <summary>The upload or the removal.</summary>
    public required Guid Owner { get; set; }

    /// <summary>True for a removal, false for an upload.</summary>
    public required bool Removal { get; set; }

    /// <summary>When it ends even if its owner never says so, by the service clock.</summary>
    public required DateTimeOffset Until { get; set; }
}
