namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>Metrics that exist only with a broker or after an error.</summary>
internal static class Foreign
{
    // MassTransit creates its counter of faults at the first fault.
    private static readonly string[] OfErrors = ["messaging_masstransit_consume_errors_ea_total"];

    // RabbitMQ's plugin, families queue_coarse_metrics and queue_consumer_count.
    private static readonly string[] OfBroker =
        ["rabbitmq_detailed_queue_messages_ready", "rabbitmq_detailed_queue_messages_unacked", "rabbitmq_detailed_queue_consumers"];

    /// <summary>The metrics that a system lacks.</summary>
    /// <param name="isDistributed">Whether there is a broker.</param>
    public static IEnumerable<string> Names(bool isDistributed) => isDistributed ? OfErrors : [.. OfErrors, .. OfBroker];
}
