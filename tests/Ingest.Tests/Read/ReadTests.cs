using System.Net;
using System.Text;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Read;

/// <summary>A read of one image returns its individual JSON, or its batch when the wait expires first.</summary>
public sealed class ReadTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly byte[] _image = TestImages.Unique();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_multipart_image_is_answered_with_its_individual_json()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("recibo.png", _image).WithFields();

        var read = await app.ReadAsync(form);

        Assert.Equal(HttpStatusCode.OK, read.Status);
        var stored = await app.GetAsync($"/api/ocr/result/{(string)read.Body["receipt_id"]!}");
        Assert.Equal(stored["data"]!.ToJsonString(), read.Body.ToJsonString());
        Assert.NotNull(read.Body["decision"]);
        Assert.Equal("20250711-A--123456789@lid_Juan_14-30.png", (string)read.Body["filename"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("data:image/png;base64,")]
    public async Task An_image_as_base64_is_read(string prefix)
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        var body = ReadClient.Body();
        body["image"] = prefix + Convert.ToBase64String(_image);
        body["profile"] = "default";
        body["include_coordinates"] = false;
        body["numerosorteo"] = 7;

        var read = await app.ReadAsync(body);

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal("balanced", (string)read.Body["processing_metadata"]!["profile_used"]!);
        Assert.False((bool)read.Body["info_guardado"]!["coordenadas_incluidas"]!);
        Assert.Equal("7", (string)read.Body["metadata_whatsapp"]!["numerosorteo"]!);
        Assert.Equal("recibo.png", Assert.Single(await app.RowsAsync()).OriginalName);
    }

    [Fact]
    public async Task Base64_with_escapes_and_line_breaks_behind_a_byte_order_mark_is_read()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        var text = Convert.ToBase64String(_image, Base64FormattingOptions.InsertLineBreaks).Replace("/", "\\/", StringComparison.Ordinal)
            .Replace("\r\n", "\\r\\n", StringComparison.Ordinal);
        var json = ReadClient.Body([]).ToJsonString().Replace("\"image\":\"\"", $"\"image\":\"{text}\"", StringComparison.Ordinal);
        using var content = new StringContent("\uFEFF" + json, Encoding.UTF8, "application/json");

        Assert.Equal(HttpStatusCode.OK, (await app.ReadAsync(content)).Status);
        Assert.Equal(_image.Length, Assert.Single(await app.RowsAsync()).SizeBytes);
    }

    [Fact]
    public async Task A_receipt_that_cannot_be_read_is_answered_with_its_error_result()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder, new ScriptedWorker { Script = command => [ScriptedWorker.Unreadable(command)] });

        var read = await app.ReadAsync(ReadClient.Body(_image));

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.StartsWith("IMAGE_UNREADABLE", (string)read.Body["processing_metadata"]!["error_messages"]![0]!, StringComparison.Ordinal);
        Assert.NotNull(read.Body["decision"]);
    }

    [Theory]
    [InlineData("wait=0", "wait=0")]
    [InlineData("respond-async", "respond-async")]
    [InlineData("respond-async, wait=1", "wait=1")]
    [InlineData("foo; bar, wait=\"1\"", "wait=1")]
    public async Task When_the_wait_is_over_the_response_names_the_batch(string prefer, string applied)
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker);

        var read = await app.ReadAsync(ReadClient.Body(_image), prefer);

        Assert.Equal((HttpStatusCode.Accepted, applied, "2"), (read.Status, read.Applied, read.RetryAfter));
        var status = await app.GetAsync(read.Location!);
        Assert.Equal(("processing", 1), ((string)status["status"]!, (int)status["files_total"]!));
        Assert.Equal((string)status["request_id"]!, (string)read.Body["request_id"]!);
        await Probe.UntilAsync(() => worker.Commands.Count == 1);
    }

    [Fact]
    public async Task A_wait_over_the_maximum_is_shortened()
    {
        await using var app = await IngestApp.StartWithResultsAsync(
            _folder, new ScriptedWorker { Script = _ => [] }, settings: [("READ_WAIT_SECONDS", "0"), ("READ_MAX_WAIT_SECONDS", "1")]);

        Assert.Equal((HttpStatusCode.Accepted, null), await app.ReadAsync(ReadClient.Body(TestImages.Unique())) is var first ? (first.Status, first.Applied) : default);
        Assert.Equal("wait=1", (await app.ReadAsync(ReadClient.Body(TestImages.Unique()), "wait=3600")).Applied);
    }

    [Fact]
    public async Task A_retry_with_its_key_waits_for_the_same_receipt()
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker);
        var first = await app.ReadAsync(ReadClient.Body(_image), "wait=0", "mensaje-1");
        await Probe.UntilAsync(() => worker.Commands.Count == 1);
        var retry = app.ReadAsync(ReadClient.Body(_image), key: "mensaje-1");
        await worker.RespondWithResultsAsync(app);

        var second = await retry;

        Assert.Equal((HttpStatusCode.Accepted, false), (first.Status, first.Replayed));
        Assert.Equal((HttpStatusCode.OK, true), (second.Status, second.Replayed));
        Assert.Equal((string)first.Body["receipt_id"]!, (string)second.Body["receipt_id"]!);
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task Of_many_reads_with_one_key_one_stores_and_all_get_its_result()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);

        var reads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.ReadAsync(ReadClient.Body(_image), key: "mensaje-1")));

        Assert.All(reads, read => Assert.Equal(HttpStatusCode.OK, read.Status));
        Assert.Single(reads.Select(read => read.Body.ToJsonString()).Distinct());
        Assert.Single(reads, read => !read.Replayed);
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task A_key_is_of_its_tenant_and_of_its_content()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        var first = await app.ReadAsync(ReadClient.Body(_image), key: "mensaje-1");

        var other = await app.ReadAsync(ReadClient.Body(_image), key: "mensaje-1", tenant: "dos");
        var reused = await app.ReadAsync(ReadClient.Body(TestImages.Unique()), key: "mensaje-1");

        Assert.Equal((HttpStatusCode.OK, false), (other.Status, other.Replayed));
        Assert.NotEqual((string)first.Body["receipt_id"]!, (string)other.Body["receipt_id"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.Status);
    }

    [Fact]
    public async Task Reads_at_the_same_time_each_get_their_own_receipt()
    {
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        var senders = Enumerable.Range(0, 20).Select(number => $"{number:D12}@lid").ToArray();

        var reads = await Task.WhenAll(senders.Select(sender =>
        {
            var body = ReadClient.Body(TestImages.Unique());
            body["idWhatsapp"] = sender;
            return app.ReadAsync(body);
        }));

        Assert.All(reads, read => Assert.Equal(HttpStatusCode.OK, read.Status));
        Assert.Equal(senders, reads.Select(read => (string)read.Body["metadata_whatsapp"]!["idWhatsapp"]!));
    }

    [Fact]
    public async Task Without_results_the_response_is_the_address_of_the_batch()
    {
        // Results does not run: its request gets no response.
        await using var app = await IngestApp.StartAsync(_folder);

        var read = await app.ReadAsync(ReadClient.Body(_image));

        Assert.Equal(HttpStatusCode.Accepted, read.Status);
        Assert.Equal("completed", (string)(await app.GetAsync(read.Location!))["status"]!);
    }
}
