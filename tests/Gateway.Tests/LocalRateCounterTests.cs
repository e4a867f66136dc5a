using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Ocr.Gateway.Limits;

namespace Ocr.Gateway.Tests;

public sealed class LocalRateCounterTests
{
    private static readonly DateTimeOffset Start = new(2025, 7, 11, 14, 30, 52, 123, TimeSpan.Zero);

    [Fact]
    public void No_stretch_of_time_holds_more_than_the_limit() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 9_000].Array[1, 200]).Sample((limit, pauses) =>
        {
            var window = new RateWindow("minute", "", TimeSpan.FromMinutes(1), 60, limit);
            var time = new FakeTimeProvider(Start);
            var counter = new LocalRateCounter(time);
            var passed = new List<DateTimeOffset>();
            foreach (var pause in pauses)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause));
                if (counter.Take("a", [window], 1).Allowed)
                {
                    passed.Add(time.GetUtcNow());
                }
            }

            return passed.All(last => passed.Count(other => other <= last && last - other < window.Length) <= limit);
        });

    [Fact]
    public void A_client_is_admitted_after_the_required_wait_and_not_before() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 9_000].Array[1, 100]).Sample((limit, pauses) =>
        {
            var window = new RateWindow("minute", "", TimeSpan.FromMinutes(1), 60, limit);
            var time = new FakeTimeProvider(Start);
            var counter = new LocalRateCounter(time);
            foreach (var pause in pauses)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause));
                counter.Take("a", [window], 1);
            }

            if (counter.Take("a", [window], 1) is { Allowed: false } refused)
            {
                time.Advance(refused.RetryAfter - TimeSpan.FromMilliseconds(1));
                Assert.False(counter.Take("a", [window], 1).Allowed);
                Assert.InRange(refused.RetryAfter, TimeSpan.FromMilliseconds(1), window.Length + TimeSpan.FromSeconds(1));
                time.Advance(TimeSpan.FromMilliseconds(1));
                Assert.True(counter.Take("a", [window], 1).Allowed);
            }
        });

    [Fact]
    public void A_request_that_one_window_refuses_counts_in_none()
    {
        var counter = new LocalRateCounter(new FakeTimeProvider(Start));
        RateWindow narrow = new("narrow", "", TimeSpan.FromMinutes(1), 60, 1), wide = new("wide", "", TimeSpan.FromMinutes(1), 60, 3);

        Assert.True(counter.Take("a", [narrow, wide], 1).Allowed);
        Assert.Equal(narrow, counter.Take("a", [narrow, wide], 1).Exceeded);
        Assert.True(counter.Take("a", [wide], 1).Allowed);
        Assert.True(counter.Take("a", [wide], 1).Allowed);
        Assert.False(counter.Take("a", [wide], 1).Allowed);
    }

    [Theory]
    [InlineData(60, 3, 20)]
    [InlineData(5, 3, 1)]
    [InlineData(2, 5, 1)]
    public void Each_of_several_gateways_grants_its_share(int limit, int gateways, int granted)
    {
        var counter = new LocalRateCounter(new FakeTimeProvider(Start));
        var window = new RateWindow("minute", "", TimeSpan.FromMinutes(1), 60, limit);

        Assert.Equal(granted, Enumerable.Range(0, 100).Count(_ => counter.Take("a", [window], gateways).Allowed));
    }

    [Fact]
    public void A_crowd_of_clients_cannot_fill_the_memory_nor_take_the_room_of_those_known()
    {
        var counter = new LocalRateCounter(new FakeTimeProvider(Start));
        var window = new RateWindow("minute", "", TimeSpan.FromMinutes(1), 60, 2);
        Assert.True(counter.Take("known", [window], 1).Allowed);

        var passed = Enumerable.Range(0, 60_000).Count(client => counter.Take($"{client}", [window], 1).Allowed);

        Assert.InRange(passed, 49_000, 50_002);
        Assert.True(counter.Take("known", [window], 1).Allowed);
    }
}
