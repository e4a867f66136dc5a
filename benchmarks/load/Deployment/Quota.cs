using System.Globalization;

namespace Ocr.Load.Deployment;

/// <summary>Limits each worker to a share of a core with control groups (version 1 or 2), so that the cores suffice for all of them.</summary>
internal sealed class Quota : IDisposable
{
    private const int PeriodMicroseconds = 20_000;
    private readonly List<string> _groups = [];

    /// <param name="workers">Process ids.</param>
    /// <param name="share">0–1.</param>
    public Quota(IEnumerable<int> workers, double share)
    {
        var first = File.Exists("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
        var quota = ((int)(share * PeriodMicroseconds)).ToString(CultureInfo.InvariantCulture);
        foreach (var worker in workers)
        {
            var group = $"/sys/fs/cgroup/{(first ? "cpu/" : "")}ocr-load-{worker}";
            Directory.CreateDirectory(group);
            _groups.Add(group);
            if (first)
            {
                File.WriteAllText(group + "/cpu.cfs_period_us", PeriodMicroseconds.ToString(CultureInfo.InvariantCulture));
                File.WriteAllText(group + "/cpu.cfs_quota_us", quota);
            }
            else
            {
                File.WriteAllText(group + "/cpu.max", $"{quota} {PeriodMicroseconds}");
            }

            File.WriteAllText(group + "/cgroup.procs", worker.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Removes the groups; call it after the workers have ended.</summary>
    public void Dispose() => _groups.ForEach(Directory.Delete);
}
