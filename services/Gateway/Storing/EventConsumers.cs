using Ocr.Contracts;
using Ocr.Gateway.Events;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Storing;

/// <summary>Stores the events of a receipt that has its result.</summary>
internal sealed class ReceiptProcessedConsumer(EventIntake intake) : IHandler<ReceiptProcessed>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<ReceiptProcessed> delivery)
    {
        var message = delivery.Message;
        if (message.Summary is not { } summary)
        {
            // A message of a release without summaries, during a rollout: its tenant is unknown.
            return Task.CompletedTask;
        }

        var (key, data) = ($"{message.RequestId}:{ReceiptIds.Of(message.ReceiptId)}", ReceiptData.Of(message, summary));
        var read = NewEvent.Of(summary.Tenant, EventTypes.ReceiptRead, key, message.RequestId, message.StoredAt, data) with { BatchSize = summary.BatchSize };
        return summary.DuplicateOf is null
            ? intake.TakeAsync(delivery, read)
            : intake.TakeAsync(
                delivery, read, NewEvent.Of(summary.Tenant, EventTypes.ReceiptDuplicate, key, message.RequestId, message.StoredAt, data));
    }
}

/// <summary>Stores the event of a batch whose receipts all have their result.</summary>
internal sealed class BatchCompletedConsumer(EventIntake intake) : IHandler<BatchCompleted>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<BatchCompleted> delivery)
    {
        var message = delivery.Message;
        var data = new BatchData(
            message.RequestId, message.Size, message.Size - message.Failed, message.Failed, message.OpenedAt, message.CompletedAt);
        return intake.TakeAsync(
            delivery,
            NewEvent.Of(message.Tenant, EventTypes.BatchCompleted, message.RequestId, message.RequestId, message.CompletedAt, data));
    }
}

/// <summary>Stores the event of a person's decision.</summary>
internal sealed class ReviewDecidedConsumer(EventIntake intake) : IHandler<ReviewDecided>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<ReviewDecided> delivery)
    {
        var message = delivery.Message;
        var id = ReceiptIds.Of(message.ReceiptId);
        var data = new ReviewData(message.RequestId, id, message.StoredName, message.Decision, message.By, message.At, message.Reason);
        return intake.TakeAsync(
            delivery,
            NewEvent.Of(message.Tenant, EventTypes.ReviewDecided, $"{message.RequestId}:{id}:{message.At:O}", message.RequestId, message.At, data));
    }
}

/// <summary>A queue that all gateway replicas share. The number of messages in progress is that of one store operation.</summary>
internal abstract class EventSubscription : Subscription
{
    private const int Together = 32;

    protected EventSubscription(string queue)
        : base(queue)
    {
        ConcurrencyLimit = Together;
        Prefetch = Together;
    }
}

internal sealed class ReceiptProcessedSubscription() : EventSubscription("gateway-receipt-processed");

internal sealed class BatchCompletedSubscription() : EventSubscription("gateway-batch-completed");

internal sealed class ReviewDecidedSubscription() : EventSubscription("gateway-review-decided");
