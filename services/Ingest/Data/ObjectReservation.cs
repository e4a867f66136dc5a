namespace Ocr.Ingest.Data;

/// <summary>Reservation of an image by an upload or a removal in progress; see <see cref="Objects.ObjectReservations"/>.</summary>
public sealed class ObjectReservation
{
    /// <summary>Key of the image in the object store.</summary>
    public required string ObjectKey { get; set; }

    /// <summary>Id of the upload or the removal.</summary>
    public required Guid Owner { get; set; }

    /// <summary>True for a removal, false for an upload.</summary>
    public required bool Removal { get; set; }

    /// <summary>When it expires without a release, by the service clock.</summary>
    public required DateTimeOffset Until { get; set; }
}
