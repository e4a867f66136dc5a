using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Ocr.Testing;
using Ocr.Testing.Harness;
using Ocr.Testing.Servers;

namespace Ocr.Integration.Harness;

/// <summary>A replica of a service from the build output of these tests. A restart keeps its port.</summary>
internal sealed class ServiceProcess(string service, IEnumerable<(string Name, string Value)> settings) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, string> _settings = settings.ToDictionary(item => item.Name, item => item.Value);
    private readonly ConcurrentQueue<string> _log = new();
    private readonly int _port = FreePort.Take();
    private Process? _process;
    private Api? _api;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}"));

    /// <summary>Client of this replica.</summary>
    public Api Api => _api ??= new Api(Address);

    public bool IsRunning => _process is { HasExited: false };

    public string Log => string.Join('\n', _log.TakeLast(60));

    /// <summary>Starts it with additional settings, and waits until it is ready.</summary>
    public async Task StartAsync(params (string Name, string Value)[] further)
    {
        Launch([], further);
        try
        {
            await Probe.UntilAsync(HealthAsync, health => IsHealthy(health) || !IsRunning, StartTimeout);
        }
        catch (TimeoutException exception)
        {
            throw new InvalidOperationException($"{service} is not healthy: {exception.Message}\n{Log}", exception);
        }

        if (!IsRunning)
        {
            throw new InvalidOperationException($"{service} ended at start:\n{Log}");
        }
    }

    /// <summary>Runs its migrations.</summary>
    public async Task MigrateAsync()
    {
        Launch(["migrate"], []);
        await _process!.WaitForExitAsync().WaitAsync(StartTimeout);
        Assert.True(_process.ExitCode == 0, Log);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (IsRunning)
        {
            _process!.Kill();
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Sends SIGTERM like an orchestrator; returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _api?.Dispose();
        _process?.Dispose();
    }

    private void Launch(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> further)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(output.Parent!.Parent!.FullName, "Ocr." + service, output.Name, $"Ocr.{service}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _settings.Select(item => (item.Key, item.Value)).Concat(further))
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        _process?.Dispose();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static bool IsHealthy(string health) => health.StartsWith("{\"status\":\"healthy\"", StringComparison.Ordinal);

    private async Task<string> HealthAsync()
    {
        try
        {
            using var response = await Api.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return await response.Content.ReadAsStringAsync();
        }
        catch (HttpRequestException exception)
        {
            return exception.Message;
        }
    }
}
