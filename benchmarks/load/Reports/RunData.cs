using Ocr.Load.Deployment;
using Ocr.Load.Traffic;

namespace Ocr.Load.Reports;

/// <summary>Start or end of the measured part.</summary>
internal sealed record Mark(DateTimeOffset At, CostSample Costs, StageTimes Stages, DatabaseWork Database);

/// <summary>All data collected in a run.</summary>
internal sealed class RunData(Journal journal, IReadOnlyList<LedgerRow> rows, Mark first, Mark last, IReadOnlyList<CostSample> samples)
{
    private const int MemorySamples = 40;
    private static readonly string[] StageOrder = ["dispatch", "recognize", "extract", "store", "finish"];

    private readonly double _seconds = (last.At - first.At).TotalSeconds;
    private readonly int _stored = rows.Count(row => row.StoredAt >= first.At && row.StoredAt < last.At);

    public Measurement Judge(string what, string loadBefore) => new()
    {
        What = what,
        LoadBefore = loadBefore,
        Seconds = Math.Round(_seconds, 1),
        Throughput = Math.Round(_stored / _seconds, 2),
        Tally = Count(),
        Latency = Latency(),
        InBatch = Percentiles.Of(Measured().Where(row => row.OpenedAt is not null).Select(row => (row.StoredAt!.Value - row.OpenedAt!.Value).TotalSeconds)),
        CacheHit = Percentiles.Of(Measured().Where(row => row.CacheHit).Select(row => row.Seconds)),
        Stages = Stages(),
        Parts = [.. last.Costs.Parts.Keys.Select(Cost)],
        Database = new DatabaseCosts(
            PerReceipt(work => work.Transactions), PerReceipt(work => work.WalSyncs), PerReceipt(work => work.WalBytes / 1e3), PerReceipt(work => work.Bytes / 1e3)),
        Memory = Memory(),
        WorstDelay = Math.Round(journal.WorstDelay, 3),
    };

    private double PerReceipt(Func<DatabaseWork, double> amount) =>
        Math.Round((amount(last.Database) - amount(first.Database)) / Math.Max(1, _stored), 2);

    private IEnumerable<LedgerRow> Measured() => rows.Where(row => row.StoredAt >= first.At && row.StoredAt < last.At);

    private Tally Count()
    {
        var results = rows.Where(row => row.StoredAt is not null).ToLookup(row => row.Name, StringComparer.Ordinal);
        var wrong = results.SelectMany(result => result)
            .Where(row => journal.Accepted.TryGetValue(row.Name, out var entry) && (entry.Kind == Kind.Damaged) != (row.ReasonCode is not null))
            .Select(row => $"{journal.Accepted[row.Name].Kind}: {row.ReasonCode ?? "read"}");
        string[] errors = [.. journal.Errors, .. wrong];
        return new Tally(
            journal.Accepted.Count,
            journal.Refused,
            journal.Accepted.Keys.Count(name => !results[name].Any()),
            results.Sum(result => result.Count() - 1),
            rows.Count(row => row.StoredAt is not null && !row.IsFinal),
            errors.Length,
            rows.Count(row => row.Attempts > 1),
            [.. errors.Distinct().Take(5)]);
    }

    private Dictionary<string, Percentiles> Latency() => (
        from row in Measured()
        where journal.Accepted.ContainsKey(row.Name)
        let entry = journal.Accepted[row.Name]
        group (row.StoredAt!.Value - entry.DueAt).TotalSeconds by entry.Kind)
        .OrderBy(kind => kind.Key)
        .ToDictionary(kind => $"{kind.Key}", Percentiles.Of);

    private Stage[] Stages()
    {
        var times = last.Stages.Since(first.Stages);
        return [.. StageOrder.Select(stage => new Stage(
            stage, times[stage, "wait"].Values.LastOrDefault(), Quantile(stage, "wait", 0.5), Quantile(stage, "wait", 0.95), Quantile(stage, "work", 0.5), Quantile(stage, "work", 0.95)))];

        double Quantile(string stage, string part, double share) =>
            times[stage, part].Quantile(share) is var value && double.IsNaN(value) ? 0 : Math.Round(value, 4);
    }

    private Part Cost(string part)
    {
        var cpu = last.Costs.Parts[part].Cpu - first.Costs.Parts[part].Cpu;
        CostSample[] half = [.. samples.Where(sample => sample.At > samples[^1].At / 2)];
        double[] memory = [.. half.Select(sample => sample.Parts[part].Memory / 1e6)];
        return new Part(
            part,
            Math.Round(cpu / _seconds, 3),
            Math.Round(1000 * cpu / Math.Max(1, _stored), 2),
            Math.Round(samples.Max(sample => sample.Parts[part].Memory) / 1e6),
            Math.Round(Trend.Growth(memory), 4),
            Math.Round(3600 * Trend.Slope([.. half.Select(sample => sample.At)], memory), 1));
    }

    private MemorySample[] Memory() =>
    [
        .. samples.Where((_, index) => index % Math.Max(1, samples.Count / MemorySamples) == 0).Select(sample => new MemorySample(
            Math.Round(sample.At), sample.Parts.ToDictionary(part => part.Key, part => Math.Round(part.Value.Memory / 1e6, 1)))),
    ];
}
