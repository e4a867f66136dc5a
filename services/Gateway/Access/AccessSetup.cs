using Ocr.Gateway.Data;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Access;

/// <summary>Registers keys and tokens.</summary>
internal static class AccessSetup
{
    /// <summary>Adds keys, tokens and sessions.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddValidatedOptions<AccessOptions>();
        services.AddServiceDatabase<GatewayDbContext>(GatewayDbContext.SchemaName);
        services.AddSingleton<ApiKeys>().AddSingleton<AccessTokens>().AddSingleton<Sessions>().AddSingleton<ClientAuthenticator>().AddSingleton<KeyUsage>();
        services.AddHostedService(static provider => provider.GetRequiredService<KeyUsage>());
    }
}
