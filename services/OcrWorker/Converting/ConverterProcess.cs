using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ocr.OcrWorker.Converting;

/// <summary>One run of the converter.</summary>
internal sealed class ConverterProcess : IDisposable
{
    private const string Program = "Ocr.ImageConverter.dll";
    private const int ChunkBytes = 64 * 1024;
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly ConverterLimits _limits;
    private readonly MemoryStream _output = new();

    private ConverterProcess(Process process, ConverterLimits limits) => (_process, _limits) = (process, limits);

    /// <summary>What was converted.</summary>
    public ReadOnlyMemory<byte> Output => _output.GetBuffer().AsMemory(0, (int)_output.Length);

    /// <summary>The limit for which the process was killed.</summary>
    public string? Excess { get; private set; }

    /// <summary>Starts the converter.</summary>
    /// <exception cref="IOException">It does not start.</exception>
    public static ConverterProcess Start(ConverterLimits limits)
    {
        var start = new ProcessStartInfo(Host(), [Path.Combine(AppContext.BaseDirectory, Program), limits.MaxPixels.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        // No passwords or keys of the worker.
        start.Environment.Clear();
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        try
        {
            var process = Process.Start(start)!;
            YieldMemory(process);
            return new ConverterProcess(process, limits);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new IOException("The image converter does not start.", error);
        }
    }

    /// <summary>Converts an image.</summary>
    /// <returns>The exit code.</returns>
    public int Run(ReadOnlyMemory<byte> image, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var copies = Task.WhenAll(OnThread(() => Write(image)), OnThread(Read), OnThread(Drain));
        while (!_process.WaitForExit(CheckInterval) || !copies.Wait(CheckInterval, CancellationToken.None))
        {
            if (Excess is null && ExcessSince(started) is { } excess)
            {
                Kill(excess);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                Kill("cancelled");
                _process.WaitForExit();
                copies.Wait(CancellationToken.None);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _output.Dispose();
    }

    // Blocked threads of the pool would delay its timers, on which the limits depend.
    private static Task OnThread(Action copy) =>
        Task.Factory.StartNew(copy, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // The runtime that runs this process, because a program that is started by its own name is not dotnet.
    private static string Host() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    // When the memory of the container is exhausted, the kernel ends the converter and not the worker.
    private static void YieldMemory(Process process)
    {
        try
        {
            File.WriteAllText($"/proc/{process.Id}/oom_score_adj", "1000");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended already, or the system is not Linux.
        }
    }

    private string? ExcessSince(long started)
    {
        if (Stopwatch.GetElapsedTime(started) > _limits.MaxTime)
        {
            return "time";
        }

        return WorkingSet() > _limits.MaxMemoryBytes ? "memory" : null;
    }

    private long WorkingSet()
    {
        try
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the two.
            return 0;
        }
    }

    private void Kill(string excess)
    {
        Excess ??= excess;
        _process.Kill();
    }

    private void Write(ReadOnlyMemory<byte> image)
    {
        try
        {
            using var input = _process.StandardInput.BaseStream;
            input.Write(image.Span);
        }
        catch (IOException)
        {
            // The process ended before it read everything; its exit code has the reason.
        }
    }

    private void Read()
    {
        using var output = _process.StandardOutput.BaseStream;
        var buffer = new byte[ChunkBytes];
        for (int read; (read = output.Read(buffer)) > 0;)
        {
            if (_output.Length + read > _limits.MaxOutputBytes)
            {
                Kill("output");
                return;
            }

            _output.Write(buffer, 0, read);
        }
    }

    // What the process prints may contain parts of the image, so it is not logged.
    private void Drain() => _process.StandardError.BaseStream.CopyTo(Stream.Null);
}
