using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.ServiceDefaults.Storage;

/// <summary>
/// The storage failures of this process. Health, metrics and the state of a batch show them. A successful write clears temporary ones.
/// </summary>
public sealed class StorageErrors
{
    private readonly ConcurrentDictionary<string, StorageError> _current = new(StringComparer.Ordinal);

    /// <summary>Creates the record without failures.</summary>
    /// <param name="stores">The stores of this process.</param>
    /// <param name="meters">Creates the gauge.</param>
    public StorageErrors(IEnumerable<StoreName> stores, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        string[] names = [.. stores.Select(store => store.Name)];
        meters.Create(Metrics.StorageMeter).Gauge(Metrics.StorageFailing, () => names.Select(name =>
            new Measurement<double>(Of(name) is null ? 0 : 1, new KeyValuePair<string, object?>(Metrics.StoreTag, name))));
    }

    /// <summary>The failing stores, with the reason.</summary>
    public IReadOnlyDictionary<string, StorageError> Current => _current;

    /// <summary>The failure of a store; <see langword="null"/> when there is none.</summary>
    /// <param name="store">Name of a store.</param>
    public StorageError? Of(string store) => _current.TryGetValue(store, out var error) ? error : null;

    /// <summary>Records a failure.</summary>
    /// <param name="store">Name of a store.</param>
    /// <param name="error">Kind of the failure.</param>
    /// <returns>Whether it is new: the store worked, or failed in another way.</returns>
    public bool Report(string store, StorageError error)
    {
        var before = Of(store);
        return before != _current.AddOrUpdate(store, error, (_, known) => known == StorageError.Damaged ? known : error);
    }

    /// <summary>Records a successful write and read of a store.</summary>
    /// <param name="store">Name of a store.</param>
    public void Recovered(string store)
    {
        foreach (var passing in (StorageError[])[StorageError.Full, StorageError.Unwritable])
        {
            _current.TryRemove(KeyValuePair.Create(store, passing));
        }
    }
}

/// <summary>A store of this process.</summary>
/// <param name="Name">Name of a schema, or of the object store.</param>
public sealed record StoreName(string Name);

/// <summary>Registers stores.</summary>
public static class StoreRegistration
{
    /// <summary>Adds a store to those whose failures are recorded.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="name">Name of the store.</param>
    public static void AddStore(this IServiceCollection services, string name)
    {
        services.AddSingleton(new StoreName(name));
        if (!services.Any(service => service.ServiceType == typeof(StorageErrors)))
        {
            services.AddInstruments<StorageErrors>();
        }
    }
}
