using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults;

/// <summary>
/// Ends a process that was told to stop and has not done so in its time: whatever holds it up, whoever waits for it would kill it next.
/// Nothing is lost by that, since what was accepted lies in rows.
/// </summary>
internal sealed class ShutdownDeadline(IHostApplicationLifetime host, IOptions<ShutdownOptions> options, ILogger<ShutdownDeadline> logger)
    : IHostedService, IDisposable
{
    // What a host needs after its time is up to end in good order.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // Another program, such as one that runs tests, may host a service for a while and live on.
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

    /// <summary>The last thing that a host does: this service was made before those that may hold it up.</summary>
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
