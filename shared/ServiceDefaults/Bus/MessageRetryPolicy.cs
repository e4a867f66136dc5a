using System.Data.Common;
using System.Net.Sockets;
using MassTransit;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>
/// Retries of a message whose consumer threw, by the kind of error. A retry keeps the message unacknowledged and occupies a prefetch slot.
/// </summary>
public static class MessageRetryPolicy
{
    private static readonly TimeSpan[] Quick = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    // A restarted server is usually available within two minutes, and until then the slot has no better use. Longer waits are
    // rows with a lease (docs/adr/0003).
    private static readonly TimeSpan[] Patient = [.. Quick, .. Enumerable.Repeat(TimeSpan.FromSeconds(5), 24)];

    // A full disk works again when the operator frees space; every result is then stored within one interval (docs/adr/0035). The total is
    // shorter than RabbitMQ's consumer timeout of 30 minutes.
    private static readonly TimeSpan[] LongRetries = [.. Quick, .. Enumerable.Repeat(TimeSpan.FromSeconds(5), 240)];

    /// <summary>
    /// Retries of a message whose consumer fails for an unknown reason. A consumer that reads this number from <c>GetRetryAttempt</c> is in its
    /// last attempt and can publish an error result.
    /// </summary>
    public static int RetryLimit => Quick.Length;

    /// <summary>
    /// <see cref="PermanentErrorException"/>: no retry. An unavailable server (<see cref="IsOutage"/>): two minutes. A disk that cannot be
    /// written: twenty minutes. Other errors: three times within three seconds. After the last retry the message goes to the <c>_error</c> queue.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    internal static void UseMessageRetryPolicy(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.UseMessageRetry(static retry =>
        {
            retry.Handle<Exception>(static exception => Outage.Of(exception) is not null);
            retry.Intervals(LongRetries);
        });
        endpoint.UseMessageRetry(static retry =>
        {
            retry.Handle<Exception>(static exception => IsOutage(exception) && Outage.Of(exception) is null);
            retry.Intervals(Patient);
        });
        endpoint.UseMessageRetry(static retry =>
        {
            retry.Handle<Exception>(static exception => !IsOutage(exception) && exception is not PermanentErrorException);
            retry.Intervals(Quick);
        });
    }

    /// <summary>Whether an exception or one of its causes means that a required server is unavailable, or that a disk cannot be written.</summary>
    /// <param name="exception">The exception of a consumer.</param>
    public static bool IsOutage(Exception? exception)
    {
        if (Outage.Of(exception) is not null)
        {
            return true;
        }

        for (; exception is not null; exception = exception.InnerException)
        {
            // End of stream: the object is shorter than expected. This is not an outage and may be permanent.
            if (exception is DbException { IsTransient: true } or SocketException or HttpRequestException or (IOException and not EndOfStreamException))
            {
                return true;
            }
        }

        return false;
    }
}
