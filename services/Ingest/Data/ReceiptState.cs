namespace Ocr.Ingest.Data;

/// <summary>Processing state of a receipt. The numbers are stored.</summary>
public enum ReceiptState
{
    /// <summary>Accepted, in no batch.</summary>
    Pending = 0,

    /// <summary>In a batch, without a result.</summary>
    Processing = 1,

    /// <summary>Final: read.</summary>
    Processed = 2,

    /// <summary>Final: has an error result.</summary>
    Failed = 3,
}
