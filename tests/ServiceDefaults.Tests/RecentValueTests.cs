using Microsoft.Extensions.Time.Testing;
using Ocr.ServiceDefaults.Health;

namespace Ocr.ServiceDefaults.Tests;

public sealed class RecentValueTests
{
    private readonly FakeTimeProvider _time = new();
    private int _measured;

    [Fact]
    public async Task Requests_within_its_age_share_one_measurement()
    {
        var value = new RecentValue<int>(() => Task.FromResult(Interlocked.Increment(ref _measured)), TimeSpan.FromSeconds(1), _time);

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => value.GetAsync(CancellationToken.None))), result => Assert.Equal(1, result));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await value.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_slow_measurement_is_not_started_twice_and_outlives_a_request_that_gives_up()
    {
        var end = new TaskCompletionSource<int>();
        var value = new RecentValue<int>(
            () =>
            {
                Interlocked.Increment(ref _measured);
                return end.Task;
            },
            TimeSpan.FromSeconds(1),
            _time);
        using var impatient = new CancellationTokenSource();
        var first = value.GetAsync(impatient.Token);
        _time.Advance(TimeSpan.FromSeconds(5));
        var second = value.GetAsync(CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        end.SetResult(7);
        Assert.Equal(7, await second);
        Assert.Equal(1, _measured);
    }

    [Fact]
    public async Task A_measurement_that_failed_is_taken_again()
    {
        var value = new RecentValue<int>(
            () => Interlocked.Increment(ref _measured) == 1 ? throw new InvalidOperationException() : Task.FromResult(_measured),
            TimeSpan.FromSeconds(1),
            _time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => value.GetAsync(CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await value.GetAsync(CancellationToken.None));
    }
}
