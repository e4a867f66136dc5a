using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Ingest.Data;

/// <summary>An accepted receipt: what was uploaded, what is being done with it, and what came of it.</summary>
public sealed class ReceiptRow : ITenantOwned
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>Identity in messages.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Upload that brought it; <see langword="null"/> for one of a release without such ids.</summary>
    public Guid? UploadId { get; set; }

    /// <summary>Name, unique within the tenant.</summary>
    public required string StoredName { get; set; }

    /// <summary>The client's name; shown, never used as a path.</summary>
    public required string OriginalName { get; set; }

    /// <summary>Key of the image in the object store; receipts of the same bytes share it.</summary>
    public required string ObjectKey { get; set; }

    /// <summary>SHA-256 of the image, hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Media type of the image.</summary>
    public required string ContentType { get; set; }

    /// <summary>Size of the image, bytes.</summary>
    public required long SizeBytes { get; set; }

    /// <summary>When it was accepted, UTC.</summary>
    public required DateTimeOffset UploadedAt { get; set; }

    /// <summary>When it was accepted, by the service clock; <see langword="null"/> for one that is older than that clock.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>When it became final, by the service clock; <see langword="null"/> before, and for one that is older than that clock.</summary>
    public DateTimeOffset? FinalAt { get; set; }

    /// <summary>Who sent it: a key or an address, as the gateway says; <c>""</c> for a sender that is not known.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Expected cost of reading it; 1 is an ordinary receipt.</summary>
    public double Cost { get; set; } = 1;

    /// <summary>Weight of the sender in the fair turns when it was accepted, at least 1.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>Its turn among the receipts of all owners; the lowest is sent first. 0 while pending.</summary>
    public double Turn { get; set; }

    /// <summary>What the operator said about it.</summary>
    public required ReceiptMetadata Metadata { get; set; }

    /// <summary>Where it stands.</summary>
    public ReceiptState State { get; set; }

    /// <summary>Whether the broker confirmed <see cref="ReceiptUploaded"/>.</summary>
    public bool Published { get; set; }

    /// <summary>Batch; <see langword="null"/> while pending.</summary>
    public string? RequestId { get; set; }

    /// <summary>Place in the batch, from 1.</summary>
    public int Position { get; set; }

    /// <summary>How often it was sent to the workers.</summary>
    public int Attempt { get; set; }

    /// <summary>How many of its readings, once started, came to nothing. Waiting never counts.</summary>
    public int Faults { get; set; }

    /// <summary>How often the process that held its messages in memory ended while it was with the workers.</summary>
    public int Crashes { get; set; }

    /// <summary>When it is sent again unless a result came, by the service clock.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Process that sent it last.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>Trace context of its upload (W3C), which its messages carry on; <see langword="null"/> without one.</summary>
    public string? Traceparent { get; set; }

    /// <summary>Whether it is a second reading: another row has the first reading of the receipt, unless that was cleaned.</summary>
    public bool Reread { get; set; }

    /// <summary>Whether its image was cleaned away; its outcome stays, for its batch.</summary>
    public bool ImageRemoved { get; set; }

    /// <summary>What came of it; all blank before it is final.</summary>
    public required ReceiptOutcome Outcome { get; set; }

    /// <summary>The receipt as messages carry it.</summary>
    public ReceiptInfo ToInfo() => new()
    {
        ReceiptId = ReceiptId,
        StoredName = StoredName,
        OriginalName = OriginalName,
        ObjectKey = ObjectKey,
        Sha256 = Sha256,
        ContentType = ContentType,
        SizeBytes = SizeBytes,
        UploadedAt = UploadedAt,
        Metadata = Metadata,
    };
}
