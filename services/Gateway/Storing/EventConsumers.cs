using Ocr.Contracts;
using Ocr.Gateway.Events;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Gateway.Storing;

/// <summary>Stores the events of a receipt that has its result.</summary>
internal sealed class ReceiptProcessedConsumer(EventIntake intake) : IHandler<ReceiptProcessed>
{
    private static readonly string[] Read = [EventTypes.ReceiptRead];
    private static readonly string[] ReadAndDuplicate = [EventTypes.ReceiptRead, EventTypes.ReceiptDuplicate];

    /// <inheritdoc/>
    public Task HandleAsync(Delivery<ReceiptProcessed> delivery)
    {
        var message = delivery.Message;
        if (message.Summary is not { } summary)
        {
            // A message of a release without summaries, during a rollout: its tenant is unknown.
            return Task.CompletedTask;
        }

        return intake.TakeAsync(
            delivery,
            summary.Tenant,
            type => NewEvent.Of(
                summary.Tenant, type, $"{message.RequestId}:{ReceiptIds.Of(message.ReceiptId)}", message.RequestId, message.StoredAt, ReceiptData.Of(message, summary)) with
            { BatchSize = summary.BatchSize },
            summary.DuplicateOf is null ? Read : ReadAndDuplicate);
    }
}

/// <summary>Stores the event of a batch whose receipts all have their result.</summary>
internal sealed class BatchCompletedConsumer(EventIntake intake) : IHandler<BatchCompleted>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<BatchCompleted> delivery)
    {
        var message = delivery.Message;
        return intake.TakeAsync(
            delivery,
            message.Tenant,
            type => NewEvent.Of(
                message.Tenant, type, message.RequestId, message.RequestId, message.CompletedAt,
                new BatchData(message.RequestId, message.Size, message.Size - message.Failed, message.Failed, message.OpenedAt, message.CompletedAt)),
            EventTypes.BatchCompleted);
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
        return intake.TakeAsync(
            delivery,
            message.Tenant,
            type => NewEvent.Of(
                message.Tenant, type, $"{message.RequestId}:{id}:{message.At:O}", message.RequestId, message.At,
                new ReviewData(message.RequestId, id, message.StoredName, message.Decision, message.By, message.At, message.Reason)),
            EventTypes.ReviewDecided);
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
