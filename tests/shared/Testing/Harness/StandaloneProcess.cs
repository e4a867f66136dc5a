using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ocr.Testing.Harness;

/// <summary>The built system as a separate process, on a free port.</summary>
public sealed class StandaloneProcess : IAsyncDisposable
{
    private const string ReadyMark = "Ready: ";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One client sends all requests of a test; other tests cover the limits.
    private static readonly string[] RateLimits =
    [
        "RATE_LIMIT_PER_MINUTE", "RATE_LIMIT_PER_HOUR", "RATE_LIMIT_BURST", "RATE_LIMIT_UPLOAD_PER_MINUTE", "RATE_LIMIT_PROCESS_PER_MINUTE", "RATE_LIMIT_REVIEW_PER_MINUTE",
        "RATE_LIMIT_COST_PER_MINUTE",
    ];

    private StandaloneProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => AddLine(line.Data);
        process.ErrorDataReceived += (_, line) => AddLine(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("It ended before it was ready."));
    }

    /// <summary>Its address.</summary>
    public Api Api { get; private set; } = null!;

    /// <summary>Its output so far.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Peak resident memory so far, bytes.</summary>
    public long PeakMemoryBytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', '\t', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="dataDirectory">Its <c>DATA_DIR</c>; data of an earlier process are used.</param>
    /// <param name="settings">Further environment variables.</param>
    public static async Task<StandaloneProcess> StartAsync(string dataDirectory, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Standalone])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dataDirectory,
        };
        start.Environment["PORT"] = "0";
        start.Environment["DATA_DIR"] = dataDirectory;
        foreach (var limit in RateLimits)
        {
            start.Environment[limit] = "0";
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var standalone = new StandaloneProcess(new Process { StartInfo = start });
        standalone._process.Start();
        standalone._process.BeginOutputReadLine();
        standalone._process.BeginErrorReadLine();
        try
        {
            var address = await standalone._ready.Task.WaitAsync(StartTimeout);
            standalone.Api = new Api(address);
            await Probe.UntilAsync(standalone.Api.IsReadyAsync, ready => ready, StartTimeout);
            return standalone;
        }
        catch (Exception exception)
        {
            var log = standalone.Log;
            await standalone.DisposeAsync();
            throw new InvalidOperationException($"Standalone did not start: {exception.Message}\n{log}", exception);
        }
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as an orchestrator sends it.</summary>
    /// <returns>The exit code and the time until it ended.</returns>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync(TimeSpan timeout)
    {
        var clock = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(timeout);
        return (_process.ExitCode, clock.Elapsed);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Api?.Dispose();
        _process.Dispose();
    }

    private void AddLine(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        var mark = line.IndexOf(ReadyMark, StringComparison.Ordinal);
        if (mark >= 0)
        {
            _ready.TrySetResult(new Uri(line[(mark + ReadyMark.Length)..].Trim()));
        }
    }
}
