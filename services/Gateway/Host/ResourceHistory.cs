namespace Ocr.Gateway.Host;

/// <summary>Measures machine and process every few seconds and keeps the samples of one hour.</summary>
internal sealed class ResourceHistory(TimeProvider time) : BackgroundService
{
    private const int Kept = 720;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Queue<Sample> _samples = [];
    private (CpuTicks Cpu, long Read, long Written, long At) _last = (HostProbe.ReadTicks(time), Read().Read, Read().Written, time.GetTimestamp());

    /// <summary>Resource use over the kept samples.</summary>
    public ResourceUse Use()
    {
        lock (_lock)
        {
            if (_samples.Count == 0)
            {
                Measure();
            }

            return new(
                _samples.Average(sample => sample.Cpu),
                _samples.Max(sample => sample.Cpu),
                _samples.Average(sample => (double)sample.Memory),
                _samples.Max(sample => sample.Memory),
                _samples.Average(sample => sample.Read),
                _samples.Average(sample => sample.Written));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                lock (_lock)
                {
                    Measure();
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private static (long Read, long Written) Read() => ProcFiles.DiskBytes(HostProbe.Read("/proc/self/io"));

    private void Measure()
    {
        var now = (Cpu: HostProbe.ReadTicks(time), Disk: Read(), At: time.GetTimestamp());
        var seconds = Math.Max(time.GetElapsedTime(_last.At, now.At).TotalSeconds, 0.001);
        _samples.Enqueue(new Sample(
            now.Cpu.PercentSince(_last.Cpu),
            Environment.WorkingSet,
            (now.Disk.Read - _last.Read) / seconds,
            (now.Disk.Written - _last.Written) / seconds));
        _last = (now.Cpu, now.Disk.Read, now.Disk.Written, now.At);
        if (_samples.Count > Kept)
        {
            _samples.Dequeue();
        }
    }

    private sealed record Sample(double Cpu, long Memory, double Read, double Written);
}
