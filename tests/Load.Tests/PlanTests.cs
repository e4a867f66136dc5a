using Ocr.Load.Capacity;
using Ocr.Load.Reports;

namespace Ocr.Load.Tests;

public sealed class PlanTests
{
    [Fact]
    public void Pods_are_reckoned_from_the_cost_of_a_receipt()
    {
        var plan = Plan.For(Measured(new Part("worker-1", 0, 13, 0, 0, 0), new Part("worker-2", 0, 13, 0, 0, 0), new Part("postgres", 0, 5, 0, 0, 0)), 100);

        // 100 receipts of 26 ms are 2.6 cores; a pod of two cores works on 1.3 of them.
        var worker = plan.Single(need => need.Name == "worker");
        Assert.Equal((26, 2.6, 2), (worker.MsPerReceipt, worker.Cores, worker.Pods));
        Assert.Equal((0.5, 0), (plan.Single(need => need.Name == "postgres").Cores, plan.Single(need => need.Name == "postgres").Pods));
    }

    private static Measurement Measured(params Part[] parts)
    {
        var none = Percentiles.Of([]);
        return new Measurement
        {
            What = "",
            LoadBefore = "",
            Seconds = 1,
            Throughput = 1,
            Tally = new Tally(0, 0, 0, 0, 0, 0, 0, []),
            Latency = new Dictionary<string, Percentiles>(),
            InBatch = none,
            CacheHit = none,
            Stages = [],
            Parts = parts,
            Database = new DatabaseCosts(0, 0, 0, 0),
            Memory = [],
            WorstDelay = 0,
        };
    }
}
