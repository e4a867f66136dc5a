using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Listening;

namespace Ocr.Gateway.Access;

/// <summary>Warns at start while no key is required.</summary>
internal static class OpenAccess
{
    /// <summary>Logs from where the API can be used without a key.</summary>
    public static void WarnAboutOpenAccess(this WebApplication app)
    {
        var listening = app.Services.GetRequiredService<IOptions<ListeningOptions>>().Value;
        if (listening.AuthRequired)
        {
            return;
        }

        if (listening.IsExposed)
        {
            Log.OpenToOthers(app.Logger);
        }
        else
        {
            Log.OpenOnThisMachine(app.Logger);
        }
    }
}
