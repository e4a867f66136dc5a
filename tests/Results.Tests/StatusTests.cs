using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Results.Documents;
using Ocr.Results.Status;
using Ocr.Results.Storing;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Results.Tests;

public sealed class StatusTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Figures_are_those_of_the_stored_results()
    {
        var time = new FakeTimeProvider(Messages.Opened);
        await using var app = await ResultsApp.StartAsync(_folder, time, ("SWEEP_SECONDS", "60"));
        await StoreAsync(app, Timed(1, 0.2), Timed(2, 0.4), Timed(3, 0.6), Timed(4, 0.01, cached: true));
        await app.Services.GetRequiredService<ResultStore>().StoreAsync(CompletedReceipt.Of(Messages.Failed(5, 5)), CancellationToken.None);
        var report = await ReportAsync(app);

        Assert.Equal((5, 1, 1, 1), ((int)report["total_results"]!, (int)report["total_errors"]!, (int)report["cache_hits"]!, (int)report["total_duplicates"]!));
        Assert.Equal(
            """{"average_per_file":0.4,"median_per_file":0.4,"percentile_95":0.6,"fastest":0.2,"slowest":0.6}""", report["processing_times"]!.ToJsonString());
        Assert.Equal(
            """{"total_requests":4,"cache_hits":1,"average_hit_time":0.01,"average_miss_time":0.4}""", report["cache_performance"]!.ToJsonString());
        Assert.Equal(4, (int?)report["confidence_scores"]!["distribution"]!["0.9-1.0"]);
        Assert.Equal("""{"found":4,"valid":3}""", report["fields"]!["telefono"]!.ToJsonString());
        Assert.Equal((0.75, 1, 0.95), ((double)report["extraction_accuracy"]!["telefono"]!, (double)report["extraction_accuracy"]!["monto"]!, (double)report["extraction_accuracy"]!["overall"]!));
        Assert.Equal("""[{"reason":"IMAGE_UNREADABLE","count":1}]""", report["common_errors"]!.ToJsonString());
        Assert.Equal((1, 5, 1), ((int)report["errors_last_hour"]!, (int)report["throughput"]!["files_per_minute"]!, (int)report["throughput"]!["batches_per_hour"]!));

        time.Advance(TimeSpan.FromMinutes(61));
        report = await ReportAsync(app);
        Assert.Equal((0, 0, 0, 1), ((int)report["errors_last_hour"]!, (int)report["throughput"]!["files_per_hour"]!, (int)report["throughput"]!["batches_per_hour"]!, (int)report["total_errors"]!));
    }

    [Fact]
    public async Task Without_results_every_figure_is_zero()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        var report = await ReportAsync(app);
        Assert.Equal(0, (int?)report["total_results"]);
        Assert.Equal(0, (double?)report["processing_times"]!["percentile_95"]);
        Assert.Equal(0, (double?)report["extraction_accuracy"]!["overall"]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.75, 3)]
    [InlineData(0.95, 4)]
    [InlineData(1, 4)]
    public void Percentiles_are_of_the_nearest_rank(double share, double expected) => Assert.Equal(expected, Statistics.Percentile([3, 1, 4, 2], share));

    private static FieldsExtracted Timed(int receipt, double seconds, bool cached = false)
    {
        // The fourth repeats the image of the third; one phone is masked.
        var message = Messages.Payment(
            receipt, position: receipt, size: 5, image: cached ? 3 : null,
            fields: [(FieldKeys.Referencia, Messages.Field($"{receipt}7777777{receipt}")), .. cached ? [(FieldKeys.Telefono, new ExtractedField { Value = "0412****001", Masked = true })] : Array.Empty<(string, ExtractedField)>()]);
        return message with { Text = message.Text with { ProcessingSeconds = seconds, CacheHit = cached } };
    }

    private static async Task StoreAsync(ResultsApp app, params FieldsExtracted[] messages)
    {
        foreach (var message in messages)
        {
            await app.Services.GetRequiredService<ResultStore>().StoreAsync(CompletedReceipt.Of(message), CancellationToken.None);
        }
    }

    private static Task<System.Text.Json.Nodes.JsonObject> ReportAsync(ResultsApp app) =>
        app.Services.GetServices<IStatusReporter>().Single(reporter => reporter.Section == "results").ReportAsync(TenantScope.All, CancellationToken.None);
}
