using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Ocr.Benchmarks;

/// <summary>
/// <c>engine FILE [FILTER]</c>: times whole receipts per profile, runs every suite that matches the filter with a short job, and writes one page.
/// </summary>
internal static class Engine
{
    private const int Rounds = 3;

    public static int Write(string[] args)
    {
        var load = Machine.Load;
        using var model = Recognition.ReceiptReader.Create(Assets.Pack);
        List<string> page =
        [
            "# The engine, stage by stage",
            "",
            $"{model.Model} on one core of {Machine.Processor}, {Machine.Runtime}; load before the run {load}. "
                + "Times differ from machine to machine: compare ratios of one run.",
            "",
            "## Receipts",
            "",
            "The committed receipts, each read " + Rounds.ToString(CultureInfo.InvariantCulture)
                + " times by one thread, after three rounds that warm up: time from bytes to words.",
            "",
            .. Stages.Table(Rounds),
            "",
            "## Suites",
            "",
            .. Suites(args.Length > 1 ? args[1] : "*").OrderBy(suite => suite.Title, StringComparer.Ordinal).SelectMany(Table),
            "Made by `benchmarks/run.sh engine`.",
        ];
        File.WriteAllLines(args[0], page);
        return 0;
    }

    private static IEnumerable<Summary> Suites(string filter) =>
        BenchmarkSwitcher.FromAssembly(typeof(Engine).Assembly).Run(["--filter", filter], Config());

    // In process, because a build per suite would take longer than the suites; short, because only ratios are needed.
    private static ManualConfig Config() => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(2).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(100)))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ocr-benchmarks"))
        .WithOptions(ConfigOptions.DisableLogFile);

    private static IEnumerable<string> Table(Summary summary) =>
    [
        $"### {summary.BenchmarksCases[0].Descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal)}",
        "",
        "| | p50, µs | p95, µs | allocated, bytes |",
        "|---|---:|---:|---:|",
        .. summary.Reports.Select(Row),
        "",
    ];

    private static string Row(BenchmarkReport report)
    {
        var parameters = string.Join(", ", report.BenchmarkCase.Parameters.Items.Select(item => $"{item.Name} {item.Value}"));
        var (name, times) = (report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report.ResultStatistics?.Percentiles);
        return times is null
            ? $"| {name} {parameters} | failed | | |"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} {parameters} | {times.P50 / 1000:F1} | {times.P95 / 1000:F1} | {report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)} |");
    }
}
