using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using StackExchange.Redis;

namespace Ocr.ServiceDefaults.Redis;

/// <summary>
/// The Redis connection of this process. Redis is optional: an operation that fails or times out is a cache miss and not an error. After
/// a few failures the server is not used for a while, so that an outage does not delay callers.
/// </summary>
public sealed class RedisConnection : IAsyncDisposable
{
    // The timeout of an operation applies to connecting, too; the library continues to connect in the background.
    private const int ConnectMilliseconds = 1_000;
    private const int LongestPauseMilliseconds = 2_000;
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(2);

    private readonly ConfigurationOptions? _configuration;
    private readonly ResiliencePipeline _pipeline;
    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _multiplexer;

    /// <summary>Creates the connection object; it connects at the first operation.</summary>
    public RedisConnection(IOptions<RedisOptions> options, TimeProvider time, ILogger<RedisConnection> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _configuration = Configure(options.Value);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromSeconds(5),
                BreakDuration = Break,
                ShouldHandle = static failure => ValueTask.FromResult(failure.Outcome.Exception is not (null or OperationCanceledException)),
                OnOpened = opened =>
                {
                    Log.RedisLeftAlone(logger, opened.BreakDuration.TotalSeconds, opened.Outcome.Exception?.GetType().Name);
                    return default;
                },
                OnClosed = _ =>
                {
                    Log.RedisResponds(logger);
                    return default;
                },
            })
            .AddTimeout(options.Value.Timeout)
            .Build();
    }

    /// <summary>Whether a server is configured (<c>REDIS_URL</c>). Without one every operation is a miss.</summary>
    public bool IsConfigured => _configuration is not null;

    /// <summary>Runs an operation with the timeout of Redis (<c>REDIS_TIMEOUT</c>).</summary>
    /// <param name="operation">The operation, one round trip.</param>
    /// <param name="cancellationToken">The caller no longer needs the response.</param>
    /// <returns>The response, or that there is none. Without a response it is not known whether the operation was executed.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async ValueTask<RedisResponse<T>> TryAsync<T>(Func<IDatabase, Task<T>> operation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (!IsConfigured)
        {
            return default;
        }

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(RunAsync, context, operation);
            cancellationToken.ThrowIfCancellationRequested();
            return outcome.Exception is null ? new RedisResponse<T>(true, outcome.Result) : default;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_multiplexer is { IsCompletedSuccessfully: true } connected)
        {
            await (await connected).DisposeAsync();
        }
    }

    private static ConfigurationOptions? Configure(RedisOptions options)
    {
        if (!options.IsConfigured || !RedisUrl.TryParse(options.Url!, out var configuration))
        {
            return null;
        }

        var milliseconds = (int)options.Timeout.TotalMilliseconds;
        configuration.ClientName = "ocr";
        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ConnectTimeout = ConnectMilliseconds;
        configuration.SyncTimeout = milliseconds;
        configuration.AsyncTimeout = milliseconds;
        configuration.ReconnectRetryPolicy = new ExponentialRetry(100, LongestPauseMilliseconds);
        return configuration;
    }

    private async ValueTask<Outcome<T>> RunAsync<T>(ResilienceContext context, Func<IDatabase, Task<T>> operation)
    {
        try
        {
            // The library checks its timeouts once per second; this timeout is immediate.
            var multiplexer = await ConnectAsync().WaitAsync(context.CancellationToken);
            return Outcome.FromResult(await operation(multiplexer.GetDatabase()).WaitAsync(context.CancellationToken));
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            return Outcome.FromException<T>(exception);
        }
    }

    private Task<ConnectionMultiplexer> ConnectAsync()
    {
        lock (_lock)
        {
            return _multiplexer is null or { IsFaulted: true }
                ? _multiplexer = ConnectionMultiplexer.ConnectAsync(_configuration!)
                : _multiplexer;
        }
    }
}
