using Ocr.Contracts;
using Ocr.Persistence;

namespace Ocr.Ingest.Data;

/// <summary>An accepted receipt: upload, processing state and outcome.</summary>
public sealed class ReceiptRow : ITenantOwned
{
    /// <summary>Number of crashes after which a receipt is sent alone.</summary>
    public const int Suspicious = 2;

    /// <summary>Order of arrival.</summary>
    public long Id { get; set; }

    /// <summary>Identity in messages.</summary>
    public required Guid ReceiptId { get; set; }

    /// <summary>Tenant that owns it.</summary>
    public string Tenant { get; set; } = Tenants.Default;

    /// <summary>Upload that contained it; <see langword="null"/> for a receipt of a release without such ids.</summary>
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

    /// <summary>Sender: a key or an address, from the gateway; <c>""</c> for an unknown sender.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Expected cost of reading it; 1 is an ordinary receipt.</summary>
    public double Cost { get; set; } = 1;

    /// <summary>Weight of the sender in the fair turns when it was accepted, at least 1.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>Its turn among the receipts of all owners; the lowest is sent first. 0 while pending.</summary>
    public double Turn { get; set; }

    /// <summary>Metadata from the operator.</summary>
    public required ReceiptMetadata Metadata { get; set; }

    /// <summary>Processing state.</summary>
    public ReceiptState State { get; set; }

    /// <summary>Batch; <see langword="null"/> while pending.</summary>
    public string? RequestId { get; set; }

    /// <summary>Place in the batch, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Number of times that it was sent to the workers.</summary>
    public int Attempt { get; set; }

    /// <summary>Number of failed readings that are charged to it. Waiting does not count.</summary>
    public int Errors { get; set; }

    /// <summary>Number of times that the process which held its messages in memory ended while a worker had it.</summary>
    public int Crashes { get; set; }

    /// <summary>When it is sent again without a result, by the service clock.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Process that sent it last.</summary>
    public Guid? LeaseOwner { get; set; }

    /// <summary>Trace context of its upload (W3C), which its messages continue; <see langword="null"/> without one.</summary>
    public string? Traceparent { get; set; }

    /// <summary>Whether it is a second reading: another row has the first reading of the receipt, unless that was cleaned.</summary>
    public bool Reread { get; set; }

    /// <summary>Whether its image was removed by a cleaning; its outcome stays, for its batch.</summary>
    public bool ImageRemoved { get; set; }

    /// <summary>Its outcome; all blank before it is final.</summary>
    public required ReceiptOutcome Outcome { get; set; }

    /// <summary>The receipt in the form of messages.</summary>
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
