namespace Ocr.ServiceDefaults.Warming;

/// <summary>Work of a service that is slow the first times, because code is compiled, statements are planned and connections are opened.</summary>
public interface IWarmUp
{
    /// <summary>Does the work once, and leaves nothing behind.</summary>
    /// <param name="cancellationToken">The time is up.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
