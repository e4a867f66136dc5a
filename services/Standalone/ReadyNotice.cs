using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ocr.Standalone;

/// <summary>Prints the address of the system when it is ready.</summary>
internal static class ReadyNotice
{
    /// <summary>Says it when everything has started.</summary>
    public static void SayWhenReady(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses)
        {
            Log.Ready(app.Logger, Readable(address));
        }
    });

    // "[::]" is every address of the machine, which no browser can open.
    private static string Readable(string address) => address.Replace("[::]", "localhost", StringComparison.Ordinal);
}
