using Ocr.Load.Deployment;
using Ocr.Load.Reports;

namespace Ocr.Load.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void A_percentile_is_a_value_that_was_measured()
    {
        Assert.Equal(new Percentiles(100, 50, 95, 99, 100), Percentiles.Of(Enumerable.Range(1, 100).Select(value => (double)value)));
        Assert.Equal(new Percentiles(3, 2, 3, 3, 3), Percentiles.Of([3, 1, 2]));
        Assert.Equal(0, Percentiles.Of([]).Count);
    }

    [Fact]
    public void Growth_compares_the_ends_and_ignores_peaks()
    {
        Assert.Equal(0, Trend.Growth([100, 100, 500, 100, 100, 100, 100, 100, 100, 100]));
        Assert.Equal(0.5, Trend.Growth([100, 100, 110, 120, 130, 135, 140, 145, 150, 150]), 3);
        Assert.Equal(0, Trend.Growth([1, 2]));
    }

    [Fact]
    public void A_slope_is_that_of_the_nearest_line()
    {
        Assert.Equal(3, Trend.Slope([0, 1, 2, 3], [5, 8, 11, 14]), 9);
        Assert.Equal(0, Trend.Slope([1], [7]));
    }

    [Fact]
    public void Stages_of_several_services_are_added_and_earlier_values_taken_off()
    {
        var before = new StageTimes();
        before.Add(Exposition(1, 1, 1));
        var after = new StageTimes();
        after.Add(Exposition(1, 5, 9));
        after.Add(Exposition(0, 2, 2));

        var wait = after.Since(before)["store", "wait"];

        Assert.Equal([0, 6, 10], wait.Values);
        // Half of ten is the fifth, five sixths of the way through the second bucket.
        Assert.Equal(0.1 + (0.4 * 5 / 6), wait.Quantile(0.5), 9);
        // Above the last bound the result is that bound.
        Assert.Equal(0.5, wait.Quantile(0.95));
        Assert.True(double.IsNaN(after["store", "work"].Quantile(0.5)));
    }

    private static string Exposition(int tenth, int half, int all) => $$"""
        # TYPE receipts_stage_duration_seconds histogram
        receipts_stage_duration_seconds_bucket{otel_scope_name="Ocr.Stages",part="wait",stage="store",le="0.1"} {{tenth}} 1763930000000
        receipts_stage_duration_seconds_bucket{otel_scope_name="Ocr.Stages",part="wait",stage="store",le="0.5"} {{half}} 1763930000000
        receipts_stage_duration_seconds_bucket{otel_scope_name="Ocr.Stages",part="wait",stage="store",le="+Inf"} {{all}} 1763930000000
        receipts_stage_duration_seconds_count{otel_scope_name="Ocr.Stages",part="wait",stage="store"} {{all}} 1763930000000
        """;
}
