using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Tenancy;

/// <summary>The receipts of a tenant cannot be seen, processed or cleaned by another tenant.</summary>
public sealed class TenantTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_batch_takes_the_receipts_of_its_tenant_only()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var one = new TenantClient(app, "uno");
        using var two = new TenantClient(app, "dos");
        var (_, names) = await one.UploadAsync(2);
        await two.UploadAsync();

        using var third = new TenantClient(app, "tres");
        Assert.Equal(0, (int?)(await third.ProcessAsync(new { })).Body["files_processed"]);
        var (_, batch) = await one.ProcessAsync(new { });

        Assert.Equal(names, TenantClient.Files(batch));
        Assert.All(app.Worker.Commands, command => Assert.Equal("uno", command.Batch.Tenant));
        Assert.Equal(1, (int?)(await two.GetAsync("/api/files/pending"))["files_pending"]);
        Assert.Equal(0, (int?)(await one.GetAsync("/api/files/pending"))["files_pending"]);
    }

    [Fact]
    public async Task Another_tenant_finds_no_batch_no_image_and_no_file()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var owner = new TenantClient(app, "uno");
        using var other = new TenantClient(app, "dos");
        var (upload, names) = await owner.UploadAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.ProcessAsync(new { upload_id = upload })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.ProcessAsync(new { files = names })).Status);
        var (_, batch) = await owner.ProcessAsync(new { upload_id = upload });
        var result = (string?)batch["results"]![0]!["result_file"];

        foreach (var path in (string[])[$"/api/ocr/status/{batch["request_id"]}", $"/api/ocr/image/{names[0]}", $"/api/ocr/image/{result}"])
        {
            Assert.Equal(HttpStatusCode.OK, await owner.StatusOfAsync(path));
            Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(path));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.ProcessAsync(new { upload_id = upload })).Status);
    }

    [Fact]
    public async Task Names_are_given_out_per_tenant()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var one = new TenantClient(app, "uno");
        using var two = new TenantClient(app, "dos");
        var (image, other) = (TestImages.Unique(), TestImages.Unique());

        var (_, first) = await one.UploadAsync(image: image);
        var (_, second) = await two.UploadAsync(image: other);
        var (_, third) = await one.UploadAsync();

        Assert.Equal(first, second);
        Assert.Matches(@"_2\.png$", third[0]);
        using var client = app.ClientOf("dos");
        Assert.Equal(other, await client.GetByteArrayAsync(new Uri($"/api/ocr/image/{second[0]}", UriKind.Relative)));
    }

    [Fact]
    public async Task A_cleaning_touches_its_tenant_only()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        using var one = new TenantClient(app, "uno");
        using var two = new TenantClient(app, "dos");
        var everything = new { force_clean = true, preserve_results = false };
        foreach (var tenant in (TenantClient[])[one, two])
        {
            await tenant.UploadAsync();
            Assert.Equal(HttpStatusCode.OK, (await tenant.ProcessAsync(new { })).Status);
            await tenant.UploadAsync(2);
        }

        var (status, report) = await one.PostAsync("/api/clean", everything);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((3, 0, 1, 0), Summary(report));
        Assert.Empty(report["retention_policy"]!["preserved_files"]!.AsArray());
        Assert.Equal(2, (int?)(await two.GetAsync("/api/files/pending"))["files_pending"]);
        var (_, kept) = await two.PostAsync("/api/clean", new { });
        Assert.Equal((0, 3, 0, 1), Summary(kept));
    }

    [Fact]
    public async Task Figures_count_the_tenant_and_the_administrator_counts_all()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var one = new TenantClient(app, "uno");
        using var two = new TenantClient(app, "dos");
        await one.UploadAsync(2);
        await one.ProcessAsync(new { });
        await two.UploadAsync(3);
        await two.PostAsync("/api/upload", new { });

        var (own, others, all) = (await ReportAsync(app, TenantScope.Of("uno")), await ReportAsync(app, TenantScope.Of("dos")), await ReportAsync(app, TenantScope.All));

        Assert.Equal((2, 0, 0, 2, 1), Statistics(own));
        Assert.Equal((0, 3, 1, 3, 0), Statistics(others));
        Assert.Equal((2, 3, 1, 5, 1), Statistics(all));
        Assert.Equal("", (string?)others["last_batch_id"]);
    }

    [Fact]
    public async Task The_administrator_sees_the_batches_and_files_of_all()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var one = new TenantClient(app, "uno");
        using var two = new TenantClient(app, "dos");
        using var admin = new TenantClient(app, TenantScope.All.HeaderValue);
        var (upload, names) = await one.UploadAsync();
        await two.UploadAsync();

        Assert.Equal(2, (int?)(await admin.GetAsync("/api/files/pending"))["files_pending"]);
        var (_, batch) = await admin.ProcessAsync(new { upload_id = upload });
        Assert.Equal(names, TenantClient.Files(batch));
        Assert.Equal(HttpStatusCode.OK, await one.StatusOfAsync($"/api/ocr/status/{batch["request_id"]}"));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.ProcessAsync(new { files = names })).Status);
    }

    private static (int, int, int, int) Summary(JsonObject report)
    {
        var summary = report["cleanup_summary"]!;
        return ((int)summary["files_removed"]!, (int)summary["files_preserved"]!, (int)summary["results_removed"]!, (int)summary["results_preserved"]!);
    }

    private static (int Processed, int Pending, int Refused, int Accepted, int Batches) Statistics(JsonObject report) => (
        (int)report["total_processed"]!, (int)report["directories"]!["inbox"]!["files_count"]!, (int)report["failed_uploads"]!,
        (int)report["successful_uploads"]!, (int)report["batches"]!);

    private static async Task<JsonObject> ReportAsync(IngestApp app, TenantScope scope)
    {
        var report = await app.Services.GetServices<IStatusReporter>().Single(reporter => reporter.Section == "ingest").ReportAsync(scope, CancellationToken.None);
        return JsonNode.Parse(report.ToJsonString())!.AsObject();
    }
}
