namespace Ocr.ServiceDefaults.Warming;

/// <summary>Work of a service that is slow at first, because code is compiled, statements are planned and connections are opened.</summary>
public interface IWarmUp
{
    /// <summary>Does the work once, without lasting effects.</summary>
    /// <param name="cancellationToken">Ends the warm-up.</param>
    Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Ends what only the warm-up needs. Called once, after the last pass.</summary>
    Task EndAsync() => Task.CompletedTask;
}
