using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary><c>POST /api/ocr/read</c>: one call with an image returns its individual JSON.</summary>
[Collection(SharedStandalone.Name)]
public sealed class ReadTests(StandaloneFixture standalone)
{
    private readonly Api _api = standalone.Api;

    [Fact]
    public async Task A_read_returns_the_individual_json_with_its_decision()
    {
        var truth = Receipts.Truth[3];
        var (read, _) = await _api.ReadAsync(Receipts.Unique(truth.Key, 91));

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(truth.Value!["fields"]!["monto"]!.GetValue<string>(), read.Body.Object("extracted_fields").Text("monto"));
        Assert.Contains(read.Body.Object("decision").Text("valor"), (string[])["aceptar", "revisar", "rechazar"]);
        var stored = await _api.GetAsync($"/api/ocr/result/{read.Body.Text("receipt_id")}");
        Assert.True(JsonNode.DeepEquals(stored["data"], read.Body));
        Assert.Equal("completed", (await _api.GetAsync($"/api/ocr/status/{read.Body.Text("request_id")}")).Text("status"));
        Assert.Equal(0, (await _api.GetAsync("/api/files/pending")).Count("files_pending"));
    }

    [Fact]
    public async Task An_image_as_base64_is_read_like_the_same_image_as_multipart()
    {
        var upload = Receipts.Unique(Receipts.Truth[4].Key, 92);
        var (form, _) = await _api.ReadAsync(upload);
        var body = new JsonObject { ["image"] = Convert.ToBase64String(upload.Content), ["filename"] = upload.FileName };
        foreach (var (name, value) in upload.Metadata)
        {
            body[name] = value;
        }

        using var response = await _api.Client.PostAsJsonAsync("/api/ocr/read", body);
        var json = await ApiResponse.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, json.Status);
        Assert.True(JsonNode.DeepEquals(form.Body["extracted_fields"], json.Body["extracted_fields"]));
        Assert.Equal(upload.Metadata["idWhatsapp"], json.Body.Object("metadata_whatsapp").Text("idWhatsapp"));
    }

    [Fact]
    public async Task A_heic_image_is_read_like_the_jpeg_from_which_it_was_made()
    {
        const string name = "heldout-64-00014";
        var content = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "assets", "heic", name + ".heic"));

        var (read, _) = await _api.ReadAsync(Upload.Of("IMG_0001.HEIC", content, 96));

        var truth = Receipts.Truth.Single(receipt => receipt.Key == name + ".jpg").Value!["fields"]!;
        Assert.True(read.Status == HttpStatusCode.OK, read.Body.ToJsonString());
        Assert.Equal((truth.Text("monto"), truth.Text("referencia")), (read.Body.Object("extracted_fields").Text("monto"), read.Body.Object("extracted_fields").Text("referencia")));
        using var image = await _api.Client.GetAsync(new Uri($"/api/ocr/image/{read.Body.Text("receipt_id")}", UriKind.Relative));
        Assert.Equal("image/heic", image.Content.Headers.ContentType!.MediaType);
        Assert.Equal(content, await image.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_read_without_a_wait_returns_202_with_the_location_of_its_status()
    {
        var (read, headers) = await _api.ReadAsync(Receipts.Unique(Receipts.Truth[5].Key, 93), "wait=0");

        Assert.Equal((HttpStatusCode.Accepted, "processing"), (read.Status, read.Body.Text("status")));
        Assert.NotNull(headers.RetryAfter?.Delta);
        var status = await Probe.UntilAsync(
            () => _api.GetAsync(headers.Location!.ToString()), found => found.Text("status") != "processing", TimeSpan.FromMinutes(1));
        Assert.Equal("completed", status.Text("status"));
        var result = await _api.GetAsync($"/api/ocr/result/{read.Body.Text("receipt_id")}");
        Assert.Equal(read.Body.Text("request_id"), result["data"]!.Text("request_id"));
    }

    [Fact]
    public async Task A_retry_with_its_key_gets_the_same_receipt_and_stores_nothing()
    {
        var upload = Receipts.Unique(Receipts.Truth[6].Key, 94);
        var key = Guid.NewGuid().ToString();
        var (pending, _) = await _api.ReadAsync(upload, "wait=0", key);

        var (retry, headers) = await _api.ReadAsync(upload, key: key);

        Assert.Equal((HttpStatusCode.OK, pending.Body.Text("receipt_id")), (retry.Status, retry.Body.Text("receipt_id")));
        Assert.Equal("true", headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(1, (await _api.GetAsync($"/api/ocr/status/{pending.Body.Text("request_id")}")).Count("files_total"));
    }

    [Fact]
    public async Task Bad_input_is_refused_with_the_field_and_the_fix()
    {
        var upload = Receipts.Unique(Receipts.Truth[7].Key, 95);
        var metadata = new Dictionary<string, string>(upload.Metadata) { ["fechasorteo"] = "20250231" };
        metadata.Remove("nombre");

        var (read, _) = await _api.ReadAsync(upload with { Metadata = metadata });
        using var response = await _api.Client.PostAsJsonAsync("/api/ocr/read", new { url = "https://media.example.com/recibo.jpg" });
        var address = await ApiResponse.ReadAsync(response);

        Assert.Equal((HttpStatusCode.BadRequest, "VALIDATION_FAILED_400"), (read.Status, read.Body.Text("error_code")));
        Assert.Equal(["fechasorteo", "nombre"], read.Body.Object("details").Object("field_errors").Select(item => item.Key).Order());
        Assert.Equal(HttpStatusCode.BadRequest, address.Status);
        Assert.Contains("READ_URL_HOSTS", address.Body.Object("details").Object("field_errors")["url"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
