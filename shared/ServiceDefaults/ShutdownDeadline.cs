using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults;

/// <summary>
/// Terminates a process that did not stop within its timeout. Otherwise its supervisor would kill it.
/// No data is lost, because accepted receipts are stored in rows.
/// </summary>
internal sealed class ShutdownDeadline(IHostApplicationLifetime host, IOptions<ShutdownOptions> options, ILogger<ShutdownDeadline> logger)
    : IHostedService, IDisposable
{
    // Time for the normal end of the host after its timeout.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // Another program, such as a test runner, may host a service for a while and continue after it.
    private static readonly bool IsOwnProcess = Assembly.GetEntryAssembly()?.GetName().Name?.StartsWith("Ocr.", StringComparison.Ordinal) ?? false;

    private readonly ManualResetEventSlim _ended = new();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsOwnProcess)
        {
            host.ApplicationStopping.Register(() => new Thread(Watch) { IsBackground = true, Name = "shutdown-deadline" }.Start());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs last in the stop of a host: this service was created before those that can block the stop.</summary>
    public void Dispose() => _ended.Set();

    private void Watch()
    {
        if (!_ended.Wait(options.Value.Timeout + Grace))
        {
            Log.StopOverdue(logger, options.Value.Timeout);
            Environment.Exit(1);
        }
    }
}
