using Microsoft.Extensions.Time.Testing;
using Ocr.Gateway.Workers;

namespace Ocr.Gateway.Tests;

public sealed class WorkerRegistryTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WorkerRegistry _registry;

    public WorkerRegistryTests() => _registry = new WorkerRegistry(_time);

    [Fact]
    public void A_worker_lives_until_it_has_missed_three_beats()
    {
        _registry.Record(Heartbeats.Make());

        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Single(_registry.Living());

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_registry.Living());
    }

    [Fact]
    public void A_heartbeat_keeps_a_worker_active()
    {
        for (var beat = 0; beat < 10; beat++)
        {
            _registry.Record(Heartbeats.Make() with { SentAt = DateTimeOffset.UnixEpoch.AddSeconds(5 * beat) });
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Single(_registry.Living());
    }

    [Fact]
    public void A_worker_that_stops_regularly_is_removed_immediately()
    {
        _registry.Record(Heartbeats.Make(1));
        _registry.Record(Heartbeats.Make(2));

        _registry.Record(Heartbeats.Make(1) with { Stopping = true });

        Assert.Equal(Heartbeats.Make(2).WorkerId, Assert.Single(_registry.Living()).WorkerId);
    }

    [Fact]
    public void An_older_beat_does_not_undo_a_newer_one()
    {
        _registry.Record(Heartbeats.Make() with { Succeeded = 7 });
        _registry.Record(Heartbeats.Make() with { Succeeded = 3, SentAt = DateTimeOffset.UnixEpoch });

        Assert.Equal(7, Assert.Single(_registry.Living()).Succeeded);
    }

    [Fact]
    public void The_clock_of_a_worker_is_not_trusted()
    {
        _registry.Record(Heartbeats.Make() with { SentAt = DateTimeOffset.MinValue });

        Assert.Single(_registry.Living());
    }
}
