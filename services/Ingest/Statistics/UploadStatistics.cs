using Ocr.Persistence;

namespace Ocr.Ingest.Statistics;

/// <summary>Counts the files of uploads by outcome in memory. A sweep stores the counts in the database.</summary>
internal sealed class UploadStatistics(TimeProvider time)
{
    private readonly Lock _lock = new();
    private Dictionary<(string Tenant, DateTimeOffset Minute, string Code), (long Files, long Bytes)> _counts = [];

    /// <summary>Counts accepted files.</summary>
    public void Accepted(string tenant, int files, long bytes) => Count(tenant, "", files, bytes);

    /// <summary>Counts the files of a refused request, at least one.</summary>
    public void Refused(string tenant, string code, int files) => Count(tenant, code, Math.Max(1, files), 0);

    /// <summary>Takes the counts since the last call.</summary>
    public IReadOnlyDictionary<(string Tenant, DateTimeOffset Minute, string Code), (long Files, long Bytes)> Take()
    {
        lock (_lock)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    /// <summary>Returns counts that could not be stored.</summary>
    public void Return(IReadOnlyDictionary<(string Tenant, DateTimeOffset Minute, string Code), (long Files, long Bytes)> counts)
    {
        foreach (var (key, (files, bytes)) in counts)
        {
            Add(key, files, bytes);
        }
    }

    private void Count(string tenant, string code, long files, long bytes)
    {
        var now = time.GetUtcMilliseconds();
        Add((tenant, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), code), files, bytes);
    }

    private void Add((string Tenant, DateTimeOffset Minute, string Code) key, long files, long bytes)
    {
        lock (_lock)
        {
            var (before, size) = _counts.GetValueOrDefault(key);
            _counts[key] = (before + files, size + bytes);
        }
    }
}
