namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>Metrics that a system in one process does not have: they come of a broker, or of a fault.</summary>
internal static class Foreign
{
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        // RabbitMQ's plugin, families queue_coarse_metrics and queue_consumer_count.
        "rabbitmq_detailed_queue_messages_ready", "rabbitmq_detailed_queue_messages_unacked", "rabbitmq_detailed_queue_consumers",
        // MassTransit's counter of faults begins with the first fault.
        "messaging_masstransit_consume_errors_ea_total",
    };
}
