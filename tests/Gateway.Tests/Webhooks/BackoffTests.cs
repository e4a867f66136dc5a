using CsCheck;
using Ocr.Gateway.Webhooks;

namespace Ocr.Gateway.Tests.Webhooks;

public sealed class BackoffTests
{
    private static readonly DateTimeOffset Start = new(2025, 7, 11, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Attempts_become_rarer_and_end_after_a_day()
    {
        Gen.Long[1, 1_000_000].Sample(id =>
        {
            var (now, giveUpAt, waits) = (Start, Start + Backoff.Total, new List<TimeSpan>());
            for (var attempts = 1; Backoff.Next(id, attempts, giveUpAt, now) is { } next; attempts++)
            {
                waits.Add(next - now);
                now = next;
            }

            Assert.Equal(giveUpAt, now);
            Assert.InRange(waits.Count, 10, 14);
            Assert.InRange(waits[0].TotalSeconds, 4.5, 5.5);
            Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromHours(6.6)));
            Assert.Equal(waits.Take(8), waits.Take(8).Order());
        });
    }
}
