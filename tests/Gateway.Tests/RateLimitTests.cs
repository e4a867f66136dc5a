using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Gateway.Access;
using Ocr.Gateway.Limits;
using Ocr.Testing;

namespace Ocr.Gateway.Tests;

public sealed class RateLimitTests
{
    private static readonly Uri Results = new("/api/extract_results", UriKind.Relative);

    [Fact]
    public async Task A_refusal_contains_the_limit_and_Retry_After()
    {
        await using var gateway = await GatewayApp.StartAsync(("RATE_LIMIT_PER_MINUTE", "2"));
        await PassesAsync(gateway, 2);

        using var response = await gateway.Client.GetAsync(Results);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 61);
        var error = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"], error));
        Assert.Equal("RATE_LIMIT_EXCEEDED_429", error!["error_code"]!.GetValue<string>());
        Assert.Contains("2 por minuto", error["details"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RATE_LIMIT_PER_HOUR", "/api/extract_results", "por hora")]
    [InlineData("RATE_LIMIT_BURST", "/api/extract_results", "por segundo")]
    [InlineData("RATE_LIMIT_UPLOAD_PER_MINUTE", "/api/upload", "cargas por minuto")]
    [InlineData("RATE_LIMIT_UPLOAD_PER_MINUTE", "/api/ocr/read", "cargas por minuto")]
    [InlineData("RATE_LIMIT_PROCESS_PER_MINUTE", "/api/ocr/process_batch", "lotes por minuto")]
    [InlineData("RATE_LIMIT_REVIEW_PER_MINUTE", "/api/receipts/x/decision", "solicitudes de revisión por minuto")]
    public async Task Every_limit_of_the_environment_holds(string setting, string path, string unit)
    {
        await using var gateway = await GatewayApp.StartAsync((setting, "1"));
        HttpResponseMessage? last = null;
        for (var request = 0; request < 12 && last?.StatusCode != HttpStatusCode.TooManyRequests; request++)
        {
            last?.Dispose();
            last = path == Results.OriginalString
                ? await gateway.Client.GetAsync(Results)
                : await gateway.Client.PostAsync(new Uri(path, UriKind.Relative), null);
        }

        Assert.Contains(unit, await last!.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        last.Dispose();
    }

    [Fact]
    public async Task The_documented_numbers_are_the_defaults()
    {
        await using var gateway = await GatewayApp.StartAsync(("RATE_LIMIT_BURST", "0"));

        Assert.Equal(10, await PassedAsync(gateway, 12, "/api/upload"));
        Assert.Equal(5, await PassedAsync(gateway, 7, "/api/ocr/process_batch"));
        Assert.Equal(60 - 15, await PassedAsync(gateway, 60, "/api/extract_results"));
    }

    [Fact]
    public async Task Reads_of_the_page_have_a_limit_of_their_own()
    {
        await using var gateway = await GatewayApp.StartAsync(("RATE_LIMIT_PER_MINUTE", "2"), ("RATE_LIMIT_PAGE_PER_MINUTE", "5"));
        List<HttpStatusCode> reads = [];
        for (var number = 0; number < 6; number++)
        {
            using var read = await SendAsync(gateway, HttpMethod.Get, "/api/extract_results");
            reads.Add(read.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), HttpStatusCode.TooManyRequests], reads);
        // The other limits are not used, and writes of the page are counted as usual.
        using var first = await SendAsync(gateway, HttpMethod.Post, "/api/clean");
        using var second = await gateway.Client.GetAsync(Results);
        using var third = await SendAsync(gateway, HttpMethod.Post, "/api/clean");
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode, third.StatusCode));

        static Task<HttpResponseMessage> SendAsync(GatewayApp gateway, HttpMethod method, string path)
        {
            var request = new HttpRequestMessage(method, path);
            request.Headers.Add("X-Ocr-Page", "1");
            return gateway.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task Zero_is_no_limit()
    {
        await using var gateway = await GatewayApp.StartAsync(
            ("RATE_LIMIT_BURST", "0"), ("RATE_LIMIT_PER_MINUTE", "0"), ("RATE_LIMIT_PER_HOUR", "0"), ("RATE_LIMIT_UPLOAD_PER_MINUTE", "0"));

        Assert.Equal(100, await PassedAsync(gateway, 100, "/api/upload"));
    }

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/health/live")]
    [InlineData("/")]
    [InlineData("/app.js")]
    public async Task Monitors_and_the_page_are_not_counted(string path)
    {
        await using var gateway = await GatewayApp.StartAsync(("RATE_LIMIT_BURST", "1"), ("RATE_LIMIT_PER_MINUTE", "1"));
        for (var request = 0; request < 5; request++)
        {
            using var response = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task Two_gateways_share_one_limit()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis, 20);
        await using var second = await StartAsync(redis, 20);

        var passed = await Task.WhenAll(Enumerable.Range(0, 80).Select(async request =>
            (await StatusAsync(request % 2 == 0 ? first : second)) == HttpStatusCode.OK));

        Assert.Equal(20, passed.Count(let => let));
    }

    [Fact]
    public async Task While_Redis_is_unavailable_each_gateway_grants_its_share()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis, 20);
        await using var second = await StartAsync(redis, 20);
        await PassesAsync(first, 2);
        await PassesAsync(second, 2);
        await PassesAsync(first, 2);

        await redis.KillAsync();

        // Ten for each gateway; requests that it admitted before count.
        Assert.Equal(6, await PassedAsync(first, 15));
        Assert.Equal(8, await PassedAsync(second, 15));
    }

    [Fact]
    public async Task When_redis_is_back_the_limit_is_shared_again()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await StartAsync(redis, 20);
        await using var second = await StartAsync(redis, 20);
        await PassesAsync(first, 1);
        await redis.KillAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));
        await redis.RestartAsync();

        // Redis restarts empty, so both gateways together can use the whole window once more.
        await Probe.UntilAsync(async () => await StatusAsync(first) == HttpStatusCode.TooManyRequests);
        await Probe.UntilAsync(async () => await StatusAsync(second) == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Without_a_reachable_Redis_requests_are_admitted()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var gateway = await StartAsync(redis, 3);

        Assert.Equal(3, await PassedAsync(gateway, 5));
    }

    [Fact]
    public async Task A_forwarded_address_is_used_from_a_trusted_proxy_only()
    {
        await using var open = await GatewayApp.StartAsync(("RATE_LIMIT_PER_MINUTE", "1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(open, "203.0.113.2"));

        await using var behind = await GatewayApp.StartAsync(("RATE_LIMIT_PER_MINUTE", "1"), ("TRUSTED_PROXIES", "127.0.0.0/8, ::1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(behind, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(behind, "203.0.113.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(behind, "203.0.113.2"));

        // Entries that the client wrote before the proxy's entry are ignored.
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(behind, "198.51.100.7, 203.0.113.2"));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010db800010002::/64")]
    public void IPv4_clients_are_counted_per_address_and_IPv6_clients_per_64_prefix(string address, string name) =>
        Assert.Equal(name, ClientName.OfAddress(IPAddress.Parse(address)));

    [Fact]
    public void A_proxy_that_is_not_an_address_is_an_invalid_setting() =>
        Assert.Equal(["proxy.local", "10.0.0.0/40"], TrustedProxies.Wrong("10.0.0.0/8, proxy.local, ::1, 10.0.0.0/40"));

    // A loaded test machine may respond slowly, so Redis gets a long timeout.
    private static Task<GatewayApp> StartAsync(RedisServer redis, int perMinute) => GatewayApp.StartAsync(
        ("REDIS_URL", redis.Url), ("REDIS_TIMEOUT", "10"), ("RATE_LIMIT_BURST", "0"), ("RATE_LIMIT_PER_MINUTE", $"{perMinute}"));

    private static async Task PassesAsync(GatewayApp gateway, int requests) => Assert.Equal(requests, await PassedAsync(gateway, requests));

    private static async Task<int> PassedAsync(GatewayApp gateway, int requests, string? path = null)
    {
        var passed = 0;
        for (var request = 0; request < requests; request++)
        {
            using var message = new HttpRequestMessage(path is null or "/api/extract_results" ? HttpMethod.Get : HttpMethod.Post, path ?? Results.OriginalString);
            using var response = await gateway.Client.SendAsync(message);
            passed += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
        }

        return passed;
    }

    private static async Task<HttpStatusCode> StatusAsync(GatewayApp gateway, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Results);
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var response = await gateway.Client.SendAsync(request);
        return response.StatusCode;
    }
}
