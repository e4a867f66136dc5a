using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Ocr.Testing;

namespace Ocr.Deploy.Tests.Native;

/// <summary>A Bash script that sources files of <c>deploy/native</c>, and its output so far.</summary>
internal sealed class Script : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    public Script(string folder, string text)
    {
        var start = new ProcessStartInfo("bash", ["-c", "set -euo pipefail; native=$PWD/deploy/native; source $native/common.sh\n" + text])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Testing.RepositoryRoot.Path,
        };
        start.Environment["folder"] = folder;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => AddLine(line.Data);
        _process.ErrorDataReceived += (_, line) => AddLine(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The output so far.</summary>
    public string Output => string.Join('\n', _lines);

    public static void Signal(string signal, string processes) => Tool.Run("kill", [$"-{signal}", .. processes.Split(' ')]);

    /// <summary>Waits for lines that contain a text; returns the last one.</summary>
    public Task<string> LineAsync(string text, int times = 1) => Probe.UntilAsync(
        () => Task.FromResult(_lines.Where(line => line.Contains(text, StringComparison.Ordinal)).ElementAtOrDefault(times - 1) ?? ""),
        line => line.Length > 0, Timeout);

    /// <summary>Waits for its end; returns its exit status.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Timeout);
        return _process.ExitCode;
    }

    public void Signal(string signal) => Signal(signal, _process.Id.ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal("TERM");
            await EndAsync();
        }

        _process.Dispose();
    }

    private void AddLine(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
        }
    }
}
