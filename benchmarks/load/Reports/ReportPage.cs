using System.Globalization;

namespace Ocr.Load.Reports;

/// <summary>Writes the measurements as a page.</summary>
internal static class ReportPage
{
    private static readonly (string Scenario, string Title, string Text)[] Sections =
    [
        ("fresh", "Fresh receipts, at saturation", "New receipts arrive one by one, so that a constant number of them has no result yet."),
        ("freshAtRate", "Fresh receipts, by the clock", "New receipts arrive one by one at a fixed rate, independent of the system."),
        ("cached", "Known images, at saturation", "Bytes that were read before, uploaded again one by one from other senders."),
        ("batches", "Batches of 50", "Fifty new receipts in one upload, then one `process_batch` that waits for the result; one batch after the other. The times exclude the first three; the costs include them."),
        ("read", "Reads, one after the other", "One client sends one new receipt to `POST /api/ocr/read` and waits for its individual JSON, then the next: the system is idle otherwise."),
        ("cold", "The first 200 receipts of a new system", "One client reads 200 new receipts one after the other, each time on a new system. `built` is what `./run.sh` builds, `published` what the container images contain (`PublishReadyToRun`); `warmed` with `WARM_UP_SECONDS=45`, as in Kubernetes. Processor time is that of all servers and services. `slow`: responses that took more than twice the median of their run. Restarts: each service of the warmed system is terminated and started again, as a pod that joins warm ones."),
        ("scale", "One worker against two, everything on the same cores", "Alternating, each time with a new system; a worker reads one receipt at a time. Fresh receipts at saturation."),
        ("scaleOfQuota", "One worker against two, with enough cores", "The same, but each worker may use only a share of a core (control group), so that two workers, the services, the servers and the driver fit the machine."),
        ("soak", "Soak: new, repeated and broken images", "70 % new, 25 % repeated, 5 % broken (half rejected immediately, half with damaged pixels after a valid header), by the clock. The full rate starts on a new system, which compiles code during its first minute: the longest latencies come from the backlog of that minute. Redis fills its cache and PostgreSQL its buffers; both are limited."),
    ];

    public static string Write(Results results)
    {
        List<string> lines =
        [
            "# Load",
            "",
            $"{results.Machine}. The system as `./run.sh --distributed` starts it (RabbitMQ, PostgreSQL, Redis, an S3 stand-in on Node, five services) and the driver share {Number(results.Cores)} cores. "
                + $"{Number(results.Receipts)} different rendered receipts, each upload with unique bytes. Made by `benchmarks/run.sh load`; how it measures: [../load/README.md](../load/README.md).",
            "",
            .. Targets.Table(results),
        ];
        foreach (var (scenario, title, text) in Sections)
        {
            if (results.Runs.TryGetValue(scenario, out var runs))
            {
                lines.AddRange(["", $"## {title}", "", text, .. scenario == "cold" ? Tables.Starts(runs) : runs.Length > 1 ? Tables.Compare(runs) : Tables.Whole(runs[0])]);
            }
        }

        return string.Join('\n', lines) + '\n';
    }

    internal static string Number(double value, string form = "0") => value.ToString(form, CultureInfo.InvariantCulture);
}
