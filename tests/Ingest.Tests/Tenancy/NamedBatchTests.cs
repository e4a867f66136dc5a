using System.Net;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Tenancy;

/// <summary>A batch of exactly the named receipts.</summary>
public sealed class NamedBatchTests : IDisposable
{
    private const string Tenant = "principal";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Six_clients_at_the_same_time_each_get_their_own_receipt()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var client = new TenantClient(app, Tenant);
            var (upload, names) = await client.UploadAsync();
            return (Names: names, Response: await client.ProcessAsync(new { upload_id = upload }));
        }));

        Assert.All(answers, client =>
        {
            Assert.Equal(HttpStatusCode.OK, client.Response.Status);
            Assert.Equal(client.Names, TenantClient.Files(client.Response.Body));
        });
        Assert.Equal(6, answers.Select(client => (string?)client.Response.Body["request_id"]).Distinct().Count());
    }

    [Fact]
    public async Task Files_are_taken_by_name_and_the_others_stay_pending()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var client = new TenantClient(app, Tenant);
        var (_, names) = await client.UploadAsync(3);

        var (status, batch) = await client.ProcessAsync(new { files = new[] { names[2], names[0] } });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([names[0], names[2]], TenantClient.Files(batch));
        Assert.Equal(1, (int?)(await client.GetAsync("/api/files/pending"))["files_pending"]);
    }

    [Fact]
    public async Task A_repeated_request_gets_the_batch_that_holds_its_receipts()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var client = new TenantClient(app, Tenant);
        var (upload, names) = await client.UploadAsync(2);

        var (_, first) = await client.ProcessAsync(new { upload_id = upload });
        var (status, second) = await client.ProcessAsync(new { upload_id = upload });
        var (_, third) = await client.ProcessAsync(new { files = names });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All([second, third], repeated => Assert.Equal((string?)first["request_id"], (string?)repeated["request_id"]));
        Assert.Equal(2, app.Worker.Commands.Count);
    }

    [Fact]
    public async Task Receipts_of_another_batch_are_refused_with_its_name_and_nothing_is_opened()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var client = new TenantClient(app, Tenant);
        var (upload, names) = await client.UploadAsync(2);
        var (_, taken) = await client.ProcessAsync(new { files = new[] { names[0] } });

        var (status, error) = await client.ProcessAsync(new { upload_id = upload });

        Assert.Equal(HttpStatusCode.Conflict, status);
        var file = Assert.Single(error["details"]!["files_in_batches"]!.AsArray());
        Assert.Equal((names[0], (string?)taken["request_id"]), ((string?)file!["filename"], (string?)file["request_id"]));
        Assert.Equal(1, (int?)(await client.GetAsync("/api/files/pending"))["files_pending"]);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var client = new TenantClient(app, Tenant);
        var (_, names) = await client.UploadAsync();

        var (upload, _) = await client.ProcessAsync(new { upload_id = Guid.NewGuid() });
        var (file, error) = await client.ProcessAsync(new { files = new[] { names[0], "no-existe.png" } });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (upload, file));
        Assert.Contains("no-existe.png", (string?)error["details"], StringComparison.Ordinal);
        Assert.DoesNotContain(names[0], (string?)error["details"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"files": "recibo.png"}""", "files")]
    [InlineData("""{"files": []}""", "files")]
    [InlineData("""{"files": [7]}""", "files")]
    [InlineData("""{"upload_id": "abc"}""", "upload_id")]
    [InlineData("""{"files": ["a.png"], "upload_id": "8a2f5b1c-0000-4000-8000-000000000000"}""", "upload_id")]
    public async Task A_wrong_name_is_refused_with_the_field(string body, string field)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var client = new TenantClient(app, Tenant);

        var (status, error) = await client.ProcessAsync(System.Text.Json.Nodes.JsonNode.Parse(body)!);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(error["details"]!["field_errors"]![field]);
    }
}
