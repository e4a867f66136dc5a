using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ocr.Testing.Servers;

/// <summary>A process of this machine, started by the same script as <c>./run.sh --distributed</c> (<c>deploy/native</c>).</summary>
public sealed class NativeServer(ServerKind kind, string folder) : IServer
{
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    public int Port { get; } = FreePort.Take();

    public async Task StartAsync()
    {
        if (_process is { HasExited: false })
        {
            return;
        }

        var name = kind.ToString().ToLowerInvariant();
        var start = new ProcessStartInfo(
            Path.Combine(RepositoryRoot.Path, "deploy", "native", name + ".sh"),
            [Path.Combine(folder, name), Port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ServerProbe.AwaitAsync(kind, Port, () => !_process.HasExited ? null : $"{name} ended:\n{string.Join('\n', _log.TakeLast(30))}");
    }

    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }
}
