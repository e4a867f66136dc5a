namespace Ocr.Gateway.Events;

/// <summary>Types of events.</summary>
public static class EventTypes
{
    /// <summary>A receipt has its result, which can be an error result.</summary>
    public const string ReceiptRead = "receipt.read";

    /// <summary>The image or payment of a receipt is a duplicate.</summary>
    public const string ReceiptDuplicate = "receipt.duplicate";

    /// <summary>More receipts of a batch have their result. Only in the event stream.</summary>
    public const string BatchProgress = "batch.progress";

    /// <summary>All receipts of a batch have their result.</summary>
    public const string BatchCompleted = "batch.completed";

    /// <summary>A person decided on a receipt.</summary>
    public const string ReviewDecided = "review.decided";

    /// <summary>Types that webhooks receive.</summary>
    public static IReadOnlyList<string> ForWebhooks { get; } = [ReceiptRead, ReceiptDuplicate, BatchCompleted, ReviewDecided];

    /// <summary>All types.</summary>
    public static IReadOnlyList<string> All { get; } = [ReceiptRead, ReceiptDuplicate, BatchProgress, BatchCompleted, ReviewDecided];
}
