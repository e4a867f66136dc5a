using System.Diagnostics;

namespace Ocr.Load.Deployment;

/// <summary>Resources used by a part of the system, or by this driver.</summary>
/// <param name="Cpu">Processor time since it started, seconds.</param>
/// <param name="Memory">Resident memory, bytes.</param>
internal sealed record Cost(double Cpu, long Memory);

/// <summary>Costs of all parts at one time.</summary>
/// <param name="At">Seconds since the watch began.</param>
/// <param name="Parts">By name, including the driver.</param>
internal sealed record CostSample(double At, IReadOnlyDictionary<string, Cost> Parts);

/// <summary>Samples the costs of a system periodically.</summary>
internal sealed class CostWatch(RunningSystem system, TimeProvider time)
{
    public const string Driver = "driver";

    private readonly long _started = time.GetTimestamp();
    private readonly List<CostSample> _samples = [];

    public IReadOnlyList<CostSample> Samples => _samples;

    /// <summary>Samples until cancellation.</summary>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(interval, time);
        try
        {
            do
            {
                Take();
            }
            while (await ticks.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>Takes one sample.</summary>
    public CostSample Take()
    {
        var all = ProcessTable.Read();
        var parts = system.Parts.ToDictionary(part => part.Name, part => Of(ProcessTable.Family(part.Id, all)));
        parts[Driver] = new Cost(Environment.CpuUsage.TotalTime.TotalSeconds, Process.GetCurrentProcess().WorkingSet64);
        var sample = new CostSample(time.GetElapsedTime(_started).TotalSeconds, parts);
        lock (_samples)
        {
            _samples.Add(sample);
        }

        return sample;
    }

    private static Cost Of(IReadOnlyList<ProcessEntry> family) => new(family.Sum(entry => entry.CpuSeconds), ProcessTable.Memory(family));
}
