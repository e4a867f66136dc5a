using MassTransit;

namespace Ocr.ServiceDefaults.Bus.Transport;

/// <summary>What a consumer does with a message that it has not begun to work on when its process stops.</summary>
internal static class GivingBack
{
    // The bus stops a little later and may hand the message out to this process until then.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Sends the message to its own queue anew: unlike one that is returned unanswered it does not count as one that may have ended the process.
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
