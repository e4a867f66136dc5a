using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Clocks;

public sealed class ServiceClockTests
{
    [Fact]
    public async Task No_time_is_lost_while_it_is_stored()
    {
        using var folder = new TempFolder();
        await using var app = await IngestApp.StartAsync(folder, time: new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        var time = new SteppingTime();
        var clock = new ServiceClock(app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>(), time);
        var (first, firstSecond) = (await clock.NowAsync(CancellationToken.None), time.Seconds);
        for (var turn = 0; turn < 5; turn++)
        {
            await clock.SyncAsync(CancellationToken.None);
        }

        var last = await clock.NowAsync(CancellationToken.None);
        Assert.Equal(first + TimeSpan.FromSeconds(time.Seconds - firstSecond), last);
    }

    /// <summary>A clock that advances by a second whenever it is read.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        public long Seconds { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++Seconds;
    }
}
