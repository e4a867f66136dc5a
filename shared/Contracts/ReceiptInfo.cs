namespace Ocr.Contracts;

/// <summary>An accepted receipt: the key of its image and its metadata. Messages never contain the image.</summary>
public sealed record ReceiptInfo
{
    /// <summary>Identity of the upload; two uploads of the same bytes have two.</summary>
    public required Guid ReceiptId { get; init; }

    /// <summary>Unique name, <c>20250711-A--123456@lid_Juan_14-30.png</c>.</summary>
    public required string StoredName { get; init; }

    /// <summary>The client's file name; shown, never used as a path.</summary>
    public required string OriginalName { get; init; }

    /// <summary>Key of the image in the object store.</summary>
    public required string ObjectKey { get; init; }

    /// <summary>SHA-256 of the image's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>, by magic bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>Size of the image, bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>When the upload was accepted, UTC.</summary>
    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Metadata from the operator.</summary>
    public required ReceiptMetadata Metadata { get; init; }
}
