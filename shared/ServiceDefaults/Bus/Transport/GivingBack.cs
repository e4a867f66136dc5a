using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>Returns messages that a consumer has not started when its process stops.</summary>
internal static class GivingBack
{
    // The bus stops a little later and may deliver the message to this process again until then.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Sends the message to its queue again. Unlike an unacknowledged message, it does not count as a possible cause of a crash.
    /// In memory it is dropped, because the queue ends with the process (docs/adr/0003).
    /// </summary>
    /// <param name="context">The message; acknowledged when its consumer returns.</param>
    internal static async Task GiveBackAsync<T>(this ConsumeContext<T> context)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        var address = context.ReceiveContext.InputAddress;
        if (address.Scheme != "loopback")
        {
            await Task.Delay(Pause, CancellationToken.None);
            await context.Forward(new Uri($"exchange:{address.Segments[^1]}"));
        }
    }
}
