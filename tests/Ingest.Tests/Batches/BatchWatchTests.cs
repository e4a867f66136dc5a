using Ocr.Ingest.Batches;

namespace Ocr.Ingest.Tests.Batches;

public sealed class BatchWatchTests
{
    private const int Size = 50;

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 7)]
    public async Task A_batch_of_fifty_is_looked_at_a_few_times_and_at_its_end(int replicas, int maxLooks)
    {
        var watch = new BatchWatch();
        var (final, looks) = (0, 0);
        while (final < Size)
        {
            var before = watch.Final;
            watch.Await(before, Size - final);
            looks++;
            using var never = new CancellationTokenSource();
            var woken = watch.WaitAsync(never.Token);
            while (!woken.IsCompleted && final < Size)
            {
                // The last event reaches this replica; of the others every second one or each.
                final++;
                if (final % replicas == 0)
                {
                    watch.Notify();
                    await Task.WhenAny(woken, Task.Delay(20));
                }
            }

            await woken.WaitAsync(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(looks, 1, maxLooks);
    }

    [Fact]
    public async Task What_becomes_final_while_the_rows_are_counted_is_not_missed()
    {
        var watch = new BatchWatch();
        var before = watch.Final;
        // The count found one that is not final; its event arrives before the wait.
        watch.Notify();
        watch.Await(before, 1);
        await watch.WaitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
    }
}
