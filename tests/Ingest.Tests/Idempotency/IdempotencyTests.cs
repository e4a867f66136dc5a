using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Idempotency;
using Ocr.ServiceDefaults;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Idempotency;

/// <summary>A retry with the same <c>Idempotency-Key</c> gets the first response and stores nothing.</summary>
public sealed class IdempotencyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly byte[] _image = TestImages.Unique();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_retry_gets_the_first_response_and_stores_nothing()
    {
        await using var app = await IngestApp.StartAsync(_folder);

        var first = await UploadAsync(app, "mensaje-1");
        var second = await UploadAsync(app, "mensaje-1");

        Assert.Equal((HttpStatusCode.OK, false), (first.Status, first.Replayed));
        Assert.Equal((HttpStatusCode.OK, true), (second.Status, second.Replayed));
        Assert.Equal(first.Body.ToJsonString(), second.Body.ToJsonString());
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task Of_many_retries_at_the_same_time_one_stores()
    {
        await using var app = await IngestApp.StartAsync(_folder);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UploadAsync(app, "mensaje-1")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body.ToJsonString()).Distinct());
        Assert.Single(answers, answer => !answer.Replayed);
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task A_retry_that_overtakes_its_request_gets_its_response_although_the_budget_is_used()
    {
        var store = new StoppableStore(new FileSystemObjectStore(Path.Combine(_folder.Name, "images")));
        await using var app = await IngestApp.StartWithResultsAsync(_folder, objects: store);
        var (waits, goes) = (new TaskCompletionSource(), new TaskCompletionSource());
        var puts = 0;
        store.BeforePut = (_, _) =>
        {
            if (Interlocked.Increment(ref puts) > 1)
            {
                return Task.CompletedTask;
            }

            waits.SetResult();
            return goes.Task;
        };
        var request = UploadAsync(app, "mensaje-1", cost: 1);
        await waits.Task;
        var retry = await UploadAsync(app, "mensaje-1", cost: 1);
        goes.SetResult();

        Assert.Equal((HttpStatusCode.OK, false), (retry.Status, retry.Replayed));
        Assert.Equal((HttpStatusCode.OK, true), await request is var answer ? (answer.Status, answer.Replayed) : default);
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task Each_tenant_has_its_own_keys()
    {
        await using var app = await IngestApp.StartAsync(_folder);

        await UploadAsync(app, "mensaje-1", "uno");
        var other = await UploadAsync(app, "mensaje-1", "dos");

        Assert.False(other.Replayed);
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    [Fact]
    public async Task The_key_of_another_request_is_refused()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await UploadAsync(app, "mensaje-1");

        var image = await UploadAsync(app, "mensaje-1", image: TestImages.Unique());
        var field = await UploadAsync(app, "mensaje-1", name: "Pedro");

        Assert.All([image, field], answer =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("IDEMPOTENCY_KEY_REUSED_422", (string?)answer.Body["error_code"]);
        });
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task A_refused_request_can_be_corrected_with_its_key()
    {
        await using var app = await IngestApp.StartAsync(_folder);

        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(app, "mensaje-1", name: "")).Status);
        Assert.Equal((HttpStatusCode.OK, false), await UploadAsync(app, "mensaje-1") is var answer ? (answer.Status, answer.Replayed) : default);
    }

    [Fact]
    public async Task After_24_hours_a_key_is_new()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await IngestApp.StartAsync(_folder, time: time);
        await UploadAsync(app, "mensaje-1");
        time.Advance(TimeSpan.FromHours(23.9));
        Assert.True((await UploadAsync(app, "mensaje-1")).Replayed);
        time.Advance(TimeSpan.FromHours(0.2));

        Assert.False((await UploadAsync(app, "mensaje-1")).Replayed);
        Assert.Equal(2, (await app.RowsAsync()).Count);
    }

    [Theory]
    [InlineData("con\ttabulador")]
    [InlineData("256")]
    public async Task An_invalid_key_is_refused(string key)
    {
        await using var app = await IngestApp.StartAsync(_folder);

        var answer = await UploadAsync(app, key == "256" ? new string('a', 256) : key);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Body["details"]!["field_errors"]![IdempotentRequest.Header]);
        Assert.Empty(await app.RowsAsync());
    }

    private async Task<(HttpStatusCode Status, bool Replayed, JsonObject Body)> UploadAsync(
        IngestApp app, string key, string tenant = "principal", byte[]? image = null, string name = "Juan", int cost = 0)
    {
        using var client = app.ClientOf(tenant);
        using var form = new MultipartFormDataContent().WithFile("recibo.png", image ?? _image).WithFields(other: ("nombre", name));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload") { Content = form };
        request.Headers.TryAddWithoutValidation(IdempotentRequest.Header, key);
        request.Headers.Add(ClientHeaders.CostPerMinute, $"{cost}");
        using var response = await client.SendAsync(request);
        return (
            response.StatusCode, response.Headers.TryGetValues(IdempotentRequest.ReplayedHeader, out var replayed) && replayed.Single() == "true",
            (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
