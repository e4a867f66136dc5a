using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Health;
using Ocr.ServiceDefaults.Redis;
using Ocr.Testing;

namespace Ocr.ServiceDefaults.Tests;

public sealed class RedisTests
{
    [Theory]
    [InlineData("redis://localhost", "localhost:6379", 0, null, null, false)]
    [InlineData("redis://cache:7000/3", "cache:7000", 3, null, null, false)]
    [InlineData("redis://:p%40ss@cache", "cache:6379", 0, null, "p@ss", false)]
    [InlineData("rediss://ocr:secret@cache:6380/1", "cache:6380", 1, "ocr", "secret", true)]
    public void Reads_an_address(string url, string endpoint, int database, string? user, string? password, bool tls)
    {
        Assert.True(RedisUrl.TryParse(url, out var options));

        Assert.Equal("Unspecified/" + endpoint, Assert.Single(options.EndPoints).ToString());
        Assert.Equal((database, user, password, tls), (options.DefaultDatabase, options.User, options.Password, options.Ssl));
    }

    [Theory]
    [InlineData("localhost:6379")]
    [InlineData("http://localhost")]
    [InlineData("redis:///5")]
    [InlineData("redis://localhost/main")]
    public void Refuses_an_invalid_address_without_revealing_its_password(string url)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("REDIS_URL", (string?)url)]).Build();

        var exception = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddRedis(configuration));
        Assert.Contains("REDIS_URL", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(url, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_every_operation_is_a_miss()
    {
        await using var redis = Connect(null);

        Assert.False(redis.IsConfigured);
        Assert.False((await redis.TryAsync(database => database.StringGetAsync("a"))).Succeeded);
    }

    [Fact]
    public async Task The_warm_up_ends_with_a_connection_and_fails_without_a_server()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = Connect(server.Url);
        var warmUp = new RedisWarmUp(redis, TimeProvider.System);
        await warmUp.RunAsync(default);
        Assert.True(await SetAsync(redis));

        await server.KillAsync();

        await Assert.ThrowsAsync<IOException>(() => warmUp.RunAsync(default));
    }

    [Fact]
    public async Task Returns_misses_while_the_server_is_unavailable_and_recovers()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = Connect(server.Url);
        await Probe.UntilAsync(() => SetAsync(redis));

        await server.KillAsync();
        Assert.False(await SetAsync(redis));

        await server.RestartAsync();
        await Probe.UntilAsync(() => SetAsync(redis));
    }

    [Fact]
    public async Task A_hanging_server_delays_only_the_first_calls()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = Connect(server.Url);
        await Probe.UntilAsync(() => SetAsync(redis));

        await server.SignalAsync("STOP");
        var clock = Stopwatch.StartNew();
        for (var call = 0; call < 200; call++)
        {
            Assert.False(await SetAsync(redis));
        }

        // Without the circuit breaker this takes 200 × 0.25 s; with the library's settings, 200 × 5 s.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
        await server.SignalAsync("CONT");
        await Probe.UntilAsync(() => SetAsync(redis));
    }

    [Fact]
    public async Task A_process_that_started_before_the_server_finds_it()
    {
        await using var server = await RedisServer.StartAsync();
        await server.KillAsync();
        await using var redis = Connect(server.Url);
        Assert.False(await SetAsync(redis));

        await server.RestartAsync();
        await Probe.UntilAsync(() => SetAsync(redis));
    }

    [Fact]
    public async Task The_cancellation_of_the_caller_is_passed_on()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = Connect(server.Url);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await redis.TryAsync(database => database.StringGetAsync("a"), cancelled.Token));
    }

    [Fact]
    public async Task An_outage_is_degraded_and_still_ready()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = await TestApp.StartAsync(
            services: (services, configuration) => services.AddRedis(configuration),
            settings: [("REDIS_URL", server.Url), ("REDIS_TIMEOUT", "5")]);
        Assert.Equal("healthy", await CheckAsync(app));

        await server.KillAsync();
        for (var clock = Stopwatch.StartNew(); await CheckAsync(app) != "degraded";)
        {
            app.Clock.Advance(Readiness.MaxAge); // until then a report is used again
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        }
    }

    private static async Task<string> CheckAsync(TestApp app)
    {
        using var response = await app.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["checks"]!["redis"]!.GetValue<string>();
    }

    private static async Task<bool> SetAsync(RedisConnection redis) =>
        (await redis.TryAsync(database => database.StringSetAsync("key", "value"))).Succeeded;

    private static RedisConnection Connect(string? url) =>
        new(Options.Create(new RedisOptions { Url = url }), TimeProvider.System, NullLogger<RedisConnection>.Instance);
}
