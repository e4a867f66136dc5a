namespace Ocr.Gateway.Storing;

/// <summary>Registers the storing of events.</summary>
internal static class StoringSetup
{
    /// <summary>Adds the store of events with their deliveries, and their removal.</summary>
    public static void AddEventStoring(this IServiceCollection services)
    {
        services.AddSingleton<EventStore>().AddSingleton<EventIntake>();
        services.AddHostedService<EventRetention>();
    }
}
