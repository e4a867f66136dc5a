using System.Net;
using static Ocr.Client.Tests.ScriptedServer;

namespace Ocr.Client.Tests;

public sealed class RetryTests
{
    private const string Uploaded = """{"success":true,"upload_id":"u","files_processed":[]}""";
    private const string Opened = """{"request_id":"BATCH_1"}""";
    private static readonly Receipt Image = new(new byte[] { 1 }, "x.png");

    public static TheoryData<string> LostResponses => ["502", "504", "broken"];

    [Fact]
    public async Task A_request_that_the_server_refused_completely_is_repeated_with_its_body()
    {
        using var server = new ScriptedServer(
            Fails(HttpStatusCode.TooManyRequests, 0), Fails(HttpStatusCode.ServiceUnavailable), Json(Uploaded));

        await server.Client().UploadAsync([Image]);

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(server.Requests[0].Body.Length, request.Body.Length));
        Assert.NotEmpty(server.Requests[0].Body);
    }

    [Fact]
    public async Task A_request_that_did_not_reach_the_server_is_repeated()
    {
        using var server = new ScriptedServer(Breaks(HttpRequestError.ConnectionError), Json(Uploaded));

        await server.Client().UploadAsync([Image]);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory, MemberData(nameof(LostResponses))]
    public async Task An_upload_without_a_key_is_not_repeated_after_a_lost_response(string loss)
    {
        using var server = new ScriptedServer(Lost(loss), Json(Uploaded));

        await Assert.ThrowsAnyAsync<Exception>(() => server.Client().UploadAsync([Image]));

        Assert.Single(server.Requests);
    }

    [Theory, MemberData(nameof(LostResponses))]
    public async Task An_upload_with_a_key_is_repeated_with_it_after_a_lost_response(string loss)
    {
        using var server = new ScriptedServer(Lost(loss), Json(Uploaded));

        await server.Client().UploadAsync([Image], new UploadSettings { IdempotencyKey = "3EB0C767D26A1B7E" });

        Assert.Equal(["3EB0C767D26A1B7E", "3EB0C767D26A1B7E"], server.Requests.Select(request => request.Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task A_batch_is_repeated_only_when_it_names_its_receipts()
    {
        using var named = new ScriptedServer(Fails(HttpStatusCode.BadGateway), Json(Opened));
        using var unnamed = new ScriptedServer(Fails(HttpStatusCode.BadGateway), Json(Opened));

        Assert.Equal("BATCH_1", await named.Client().StartBatchAsync(new BatchRequest { UploadId = "u" }));
        await Assert.ThrowsAsync<OcrApiException>(() => unnamed.Client().StartBatchAsync(new BatchRequest()));

        Assert.Single(unnamed.Requests);
    }

    [Fact]
    public async Task A_get_is_repeated_when_the_server_does_not_respond_in_time()
    {
        using var server = new ScriptedServer(
            () => throw new TaskCanceledException("", new TimeoutException()), Json("""{"request_id":"B","status":"completed"}"""));

        Assert.True((await server.Client().GetBatchStatusAsync("B")).IsFinished);
    }

    [Fact]
    public async Task A_request_is_sent_as_often_as_the_policy_permits()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(Fails(HttpStatusCode.ServiceUnavailable), 3)]);

        var error = await Assert.ThrowsAsync<OcrApiException>(() => server.Client(attempts: 3).GetPendingAsync());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "HTTP_503"), (error.Status, error.Code));
    }

    [Fact]
    public async Task A_wait_longer_than_the_policy_permits_is_an_error()
    {
        using var server = new ScriptedServer(Fails(HttpStatusCode.TooManyRequests, 3600));

        var error = await Assert.ThrowsAsync<OcrApiException>(() => server.Client().GetPendingAsync());

        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
    }

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 4)]
    [InlineData(5, 5, 10)]
    [InlineData(8, 5, 10)]
    public void Waits_double_up_to_the_longest(int attempt, double min, double max)
    {
        var policy = new RetryPolicy { Attempts = 9, FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(10) };

        Assert.InRange(policy.WaitAfter(attempt, null)!.Value.TotalSeconds, min, max);
        Assert.Equal(TimeSpan.FromSeconds(7), policy.WaitAfter(attempt, TimeSpan.FromSeconds(7)));
        Assert.Null(policy.WaitAfter(9, null));
    }

    private static Func<HttpResponseMessage> Lost(string loss) => loss switch
    {
        "502" => Fails(HttpStatusCode.BadGateway),
        "504" => Fails(HttpStatusCode.GatewayTimeout),
        _ => Breaks(HttpRequestError.ResponseEnded),
    };
}
