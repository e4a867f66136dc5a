namespace Ocr.ServiceDefaults.Bus;

/// <summary>Handles messages of one type. What it throws is tried again by <see cref="FaultPolicy"/>.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IHandler<T>
    where T : class
{
    /// <summary>Handles a message; acknowledged when it returns.</summary>
    /// <param name="delivery">The message, and how it came.</param>
    Task HandleAsync(Delivery<T> delivery);
}
