using Ocr.ServiceDefaults.Warming;

namespace Ocr.Storage;

/// <summary>Opens an object that does not exist, so that the first image finds a connection and compiled code.</summary>
/// <param name="objects">The store.</param>
public sealed class ObjectStoreWarmUp(IObjectStore objects) : IWarmUp
{
    private const string Missing = "warm-up";

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var stream = await objects.OpenReadAsync(Missing, cancellationToken);
    }
}
