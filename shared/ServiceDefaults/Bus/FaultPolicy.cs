using System.Data.Common;
using System.Net.Sockets;
using MassTransit;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.ServiceDefaults.Bus;

/// <summary>
/// How often a message whose consumer threw is tried again, by the kind of fault. A try holds the message and its place among those in hand.
/// </summary>
public static class FaultPolicy
{
    private static readonly TimeSpan[] Quick = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    // A server that restarts is back within a minute or two, and until then there is nothing better to do with this place. Longer waits are
    // rows with a lease (docs/adr/0003).
    private static readonly TimeSpan[] Patient = [.. Quick, .. Enumerable.Repeat(TimeSpan.FromSeconds(5), 24)];

    // Space on a disk is back when its operator made some, and every result then stored within one interval (docs/adr/0035). The whole is
    // shorter than RabbitMQ's consumer timeout of 30 minutes.
    private static readonly TimeSpan[] LongRetries = [.. Quick, .. Enumerable.Repeat(TimeSpan.FromSeconds(5), 240)];

    /// <summary>
    /// Repetitions of a message whose consumer fails for no known reason. A consumer that sees this number in <c>GetRetryAttempt</c> has its
    /// last chance to answer otherwise.
    /// </summary>
    public static int RetryLimit => Quick.Length;

    /// <summary>
    /// <see cref="PermanentFaultException"/>: not again. A server that is away (<see cref="IsOutage"/>): for two minutes. A disk that takes
    /// nothing: for twenty. Anything else: three times within three seconds. What fails to the last goes to the queue's <c>_error</c> queue.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    internal static void UseFaultPolicy(this IReceiveEndpointConfigurator endpoint)
    {
        endpoint.UseMessageRetry(static retry =>
        {
            retry.Handle<Exception>(static fault => Outage.Of(fault) is not null);
            retry.Intervals(LongRetries);
        });
        endpoint.UseMessageRetry(static retry =>
        {
            retry.Handle<Exception>(static fault => IsOutage(fault) && Outage.Of(fault) is null);
            retry.Intervals(Patient);
        });
        endpoint.UseMessageRetry(static retry =>
        {
            retry.Handle<Exception>(static fault => !IsOutage(fault) && fault is not PermanentFaultException);
            retry.Intervals(Quick);
        });
    }

    /// <summary>Whether a server that this process needs is away, or a disk takes nothing, as far as the fault or one of its causes tells.</summary>
    /// <param name="fault">What a consumer threw.</param>
    public static bool IsOutage(Exception? fault)
    {
        if (Outage.Of(fault) is not null)
        {
            return true;
        }

        for (; fault is not null; fault = fault.InnerException)
        {
            // An end of the stream is an object that is shorter than it was: no outage, and perhaps for good.
            if (fault is DbException { IsTransient: true } or SocketException or HttpRequestException or (IOException and not EndOfStreamException))
            {
                return true;
            }
        }

        return false;
    }
}
