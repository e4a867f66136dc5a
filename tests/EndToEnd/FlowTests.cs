using System.Net;
using System.Text.Json.Nodes;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>The documented flow: upload, process, read the results.</summary>
[Collection(SharedStandalone.Name)]
public sealed class FlowTests(StandaloneFixture standalone)
{
    private readonly Api _api = standalone.Api;

    [Fact]
    public async Task Three_receipts_go_in_and_come_out_in_order_of_arrival()
    {
        var uploads = Receipts.Take(3).Reverse().ToArray();
        var uploaded = await _api.UploadAsync(uploads);
        Assert.Equal(HttpStatusCode.OK, uploaded.Status);
        Assert.Equal(3, uploaded.Body.Count("files_uploaded"));
        var names = uploaded.StoredNames();
        Assert.Equal(uploads.Select(upload => $"20250711-A--{upload.Metadata["idWhatsapp"]}_Juan_14-30.jpg"), names.Select(WithoutSuffix));

        var pending = await _api.GetAsync("/api/files/pending");
        Assert.Equal(names, pending.List("files").Select(file => file.Text("filename")));

        var processed = await _api.ProcessAsync(new JsonObject { ["profile"] = "ultra_rapido" });
        Assert.Equal("success", processed.Body.Text("status"));
        Assert.Equal(3, processed.Body.Object("processing_summary").Count("files_processed"));
        Assert.Equal(names, processed.Body.List("results").Select(result => result.Text("filename")));
        Assert.Equal(0, (await _api.GetAsync("/api/files/pending")).Count("files_pending"));

        var requestId = processed.Body.Text("request_id");
        var results = await _api.GetAsync("/api/extract_results");
        Assert.Equal(requestId, results.Object("extraccion_completa").Text("request_id"));
        Assert.Equal(3, results.Object("extraccion_completa").Count("archivos_exitosos"));
        Assert.Equal(names, results.List("resultados").Select(result => result.Text("nombre_archivo")));

        var files = (await _api.GetAsync("/api/files/processed")).List("files").Select(file => file.Text("original_filename"));
        Assert.Empty(names.Except(files));
        foreach (var name in names)
        {
            var result = await _api.ResultAsync(requestId, name);
            Assert.Equal(16, result.Object("extracted_fields").Count);
            Assert.NotEmpty(result.List("palabras_detectadas"));
        }
    }

    [Fact]
    public async Task The_same_image_again_comes_from_the_cache_with_the_same_fields()
    {
        var receipt = Receipts.Truth[0].Key;
        var upload = Receipts.Unique(receipt, 71);
        await _api.UploadAsync(upload, upload);
        var batch = (await _api.ProcessAsync()).Body;
        var results = batch.List("results");

        Assert.Equal(["ONNX_TR_CACHE_HIT", "ONNX_TR_FRESH"], results.Select(result => result.Text("method_used")).Order());
        Assert.Single(results, result => result["cache_hit"]!.GetValue<bool>());
        var fields = new List<string>();
        foreach (var result in results)
        {
            var stored = await _api.ResultAsync(batch.Text("request_id"), result.Text("filename"));
            fields.Add(stored.Object("extracted_fields").ToJsonString());
        }

        Assert.Single(fields.Distinct());
    }

    [Fact]
    public async Task Sender_and_message_come_back_with_the_result()
    {
        var upload = Receipts.Unique(Receipts.Truth[1].Key, 72);
        var metadata = new Dictionary<string, string>(upload.Metadata)
        {
            ["nombre"] = "María José",
            ["caption"] = "Pago del sorteo ñandú",
            ["otro"] = "mesa 4",
        };
        await _api.UploadAsync(upload with { Metadata = metadata });
        await _api.ProcessAsync();

        var result = Assert.Single((await _api.GetAsync("/api/extract_results")).List("resultados"));
        Assert.Equal("Pago del sorteo ñandú", result.Text("caption"));
        Assert.Equal("mesa 4", result.Text("otro"));
        Assert.Equal("María José", result.Object("metadata_whatsapp").Text("nombre"));
    }

    [Fact]
    public async Task A_batch_without_receipts_is_a_success_with_zero_files()
    {
        var batch = await _api.ProcessAsync();

        Assert.Equal("success", batch.Body.Text("status"));
        Assert.Equal(0, batch.Body.Object("processing_summary").Count("files_found"));
    }

    [Fact]
    public async Task A_batch_that_is_not_waited_for_can_be_polled()
    {
        await _api.UploadAsync(Receipts.Unique(Receipts.Truth[2].Key, 73));
        var id = await _api.StartBatchAsync();

        var status = await _api.FinishAsync(id, TimeSpan.FromSeconds(60));

        Assert.Equal(("completed", 1, 1), (status.Text("status"), status.Count("files_total"), status.Count("files_done")));
    }

    private static string WithoutSuffix(string storedName) =>
        System.Text.RegularExpressions.Regex.Replace(storedName, @"_\d+(?=\.jpg$)", string.Empty);
}
