using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>Every response matches the API description: no described key is missing, and no other key exists.</summary>
[Collection(SharedStandalone.Name)]
public sealed class ApiDescriptionTests(StandaloneFixture standalone)
{
    private static readonly ApiDescription Description = ApiDescription.Read();

    private readonly Api _api = standalone.Api;

    [Fact]
    public async Task The_answers_of_a_batch_are_as_described()
    {
        var upload = await _api.UploadAsync(Receipts.Unique(Receipts.Truth[11].Key, 7), Upload.Of("roto.png", BadImageTests.DamagedPng, 8));
        Assert.Equal(2, upload.StoredNames().Length);
        AssertDescribed("POST", "/api/upload", upload);
        await AssertDescribedAsync("/api/files/pending");
        var batch = await _api.ProcessAsync();
        AssertDescribed("POST", "/api/ocr/process_batch", batch);
        var id = batch.Body.Text("request_id");

        await AssertDescribedAsync("/api/ocr/status/{request_id}", id);
        await AssertDescribedAsync("/api/files/processed");
        await AssertDescribedAsync("/api/extract_results");
        await AssertDescribedAsync("/api/ocr/queue/status");
        await AssertDescribedAsync("/api/batches/history");
        await AssertDescribedAsync("/api/batches/{request_id}", id);
        await AssertDescribedAsync("/api/batches/{request_id}/download", id);
        foreach (var file in batch.Body.List("results").Select(result => result.Text("result_file")))
        {
            await AssertDescribedAsync("/api/ocr/result/{id}", file);
            await AssertDescribedAsync("/api/ocr/result_data/{id}", file);
            await AssertDescribedAsync("/api/ocr/download_json/{id}", file);
        }
    }

    [Fact]
    public async Task Status_responses_match_their_description()
    {
        await AssertDescribedAsync("/api/status");
        await AssertDescribedAsync("/api/health");
        await AssertDescribedAsync("/api/metrics");
    }

    [Theory]
    [InlineData("/api/ocr/read")]
    [InlineData("/api/ocr/process_batch")]
    [InlineData("/api/clean")]
    public async Task The_example_of_a_request_is_accepted(string path)
    {
        var schema = Description.Document["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        using var response = await _api.Client.PostAsJsonAsync(path, schema["example"]);
        var answer = await ApiResponse.ReadAsync(response);

        Assert.True(response.IsSuccessStatusCode, answer.Body.ToJsonString());
        AssertDescribed("POST", path, answer);
    }

    [Fact]
    public async Task A_partial_upload_is_as_described()
    {
        var upload = await _api.UploadAsync(
            "/api/upload?partial=true", Receipts.Unique(Receipts.Truth[15].Key, 11), Upload.Of("nota.txt", "hola"u8.ToArray(), 12));

        AssertDescribed("POST", "/api/upload", upload);
        Assert.Equal("nota.txt", Assert.Single(upload.Body.List("files_rejected")).Text("original_name"));
        await _api.ProcessAsync();
    }

    [Fact]
    public async Task The_responses_of_a_read_are_as_described()
    {
        var upload = Receipts.Unique(Receipts.Truth[13].Key, 9);
        var (read, _) = await _api.ReadAsync(upload);
        AssertDescribed("POST", "/api/ocr/read", read);
        var (pending, headers) = await _api.ReadAsync(Receipts.Unique(Receipts.Truth[14].Key, 10), "wait=0");
        AssertDescribed("POST", "/api/ocr/read", pending);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, pending.Status);
        await _api.FinishAsync(headers.Location!.ToString().Split('/')[^1], TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_batch_that_is_not_waited_for_is_as_described()
    {
        await _api.UploadAsync(Receipts.Unique(Receipts.Truth[12].Key, 8));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch") { Content = JsonContent.Create(new JsonObject()) };
        request.Headers.Add("Prefer", "respond-async");
        using var response = await _api.Client.SendAsync(request);
        var answer = await ApiResponse.ReadAsync(response);
        AssertDescribed("POST", "/api/ocr/process_batch", answer);

        var id = answer.Body.Text("request_id");
        await AssertDescribedAsync("/api/ocr/status/{request_id}", id);
        await _api.FinishAsync(id, TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("GET", "/api/ocr/result/{id}", "no-existe")]
    [InlineData("GET", "/api/ocr/status/{request_id}", "no-existe")]
    [InlineData("POST", "/api/upload", "")]
    [InlineData("POST", "/api/secure/upload", "")]
    [InlineData("POST", "/api/ocr/read", "")]
    [InlineData("POST", "/api/generate_key", "")]
    [InlineData("POST", "/api/auth/token", "")]
    public async Task Refusals_are_as_described(string method, string path, string id)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path, id));
        using var response = await _api.Client.SendAsync(request);

        Assert.False(response.IsSuccessStatusCode);
        AssertDescribed(method, path, await ApiResponse.ReadAsync(response));
    }

    private static void AssertDescribed(string method, string path, ApiResponse answer) =>
        Assert.Empty(Description.Differences(method, path, (int)answer.Status, answer.Body));

    private static string Filled(string path, string id) =>
        System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", Uri.EscapeDataString(id));

    private async Task AssertDescribedAsync(string path, string id = "") =>
        Assert.Empty(Description.Differences("GET", path, 200, await _api.GetAsync(Filled(path, id))));
}
