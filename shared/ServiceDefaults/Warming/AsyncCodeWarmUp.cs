namespace Ocr.ServiceDefaults.Warming;

/// <summary>Compiles the code of the asynchronous methods of this program, once.</summary>
internal sealed class AsyncCodeWarmUp : IWarmUp
{
    private const string Prefix = "Ocr.";

    private bool _isDone;

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
        {
            return Task.CompletedTask;
        }

        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name!.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AsyncCode.Prepare(assembly);
        }

        _isDone = true;
        return Task.CompletedTask;
    }
}
