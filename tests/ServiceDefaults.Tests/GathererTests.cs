using System.Collections.Concurrent;
using Ocr.ServiceDefaults.Work;

namespace Ocr.ServiceDefaults.Tests;

public sealed class GathererTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<int[]> _groups = new();

    [Fact]
    public async Task Items_that_arrive_during_a_group_form_the_next_group()
    {
        var first = new TaskCompletionSource();
        var gatherer = Gatherer(async group =>
        {
            if (group.Count == 1)
            {
                await first.Task;
            }
        });
        var alone = gatherer.AddAsync(1, CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => !_groups.IsEmpty, Timeout));
        var others = Enumerable.Range(2, 9).Select(item => gatherer.AddAsync(item, CancellationToken.None)).ToArray();
        first.SetResult();

        Assert.Equal(10, await alone.WaitAsync(Timeout));
        Assert.Equal(Enumerable.Range(2, 9).Select(item => 10 * item), await Task.WhenAll(others).WaitAsync(Timeout));
        Assert.Equal([[1], [2, 3, 4, 5, 6], [7, 8, 9, 10]], _groups);
    }

    [Fact]
    public async Task The_error_of_one_item_does_not_affect_the_others()
    {
        var first = new TaskCompletionSource();
        var gatherer = Gatherer(async group =>
        {
            await first.Task;
            if (group.Contains(3))
            {
                throw new InvalidDataException("3");
            }
        });
        var tasks = Enumerable.Range(0, 6).Select(item => gatherer.AddAsync(item, CancellationToken.None)).ToArray();
        first.SetResult();
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => Task.WhenAll(tasks).WaitAsync(Timeout));

        Assert.Equal("3", exception.Message);
        Assert.Equal([3], tasks.Index().Where(task => !task.Item.IsCompletedSuccessfully).Select(task => task.Index));
    }

    [Fact]
    public async Task An_unavailable_server_fails_the_group_without_single_attempts()
    {
        var first = new TaskCompletionSource();
        var gatherer = Gatherer(async _ =>
        {
            await first.Task;
            throw new IOException("away");
        });
        var alone = gatherer.AddAsync(1, CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => !_groups.IsEmpty, Timeout));
        var others = Enumerable.Range(2, 4).Select(item => gatherer.AddAsync(item, CancellationToken.None)).ToArray();
        first.SetResult();

        await Assert.ThrowsAsync<IOException>(() => alone.WaitAsync(Timeout));
        foreach (var other in others)
        {
            await Assert.ThrowsAsync<IOException>(() => other.WaitAsync(Timeout));
        }

        Assert.Equal([[1], [2, 3, 4, 5]], _groups);
    }

    [Fact]
    public async Task A_cancelled_wait_does_not_affect_other_items()
    {
        var first = new TaskCompletionSource();
        var gatherer = Gatherer(_ => first.Task);
        using var impatient = new CancellationTokenSource();
        var given = gatherer.AddAsync(1, impatient.Token);
        var patient = gatherer.AddAsync(2, CancellationToken.None);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.WaitAsync(Timeout));
        first.SetResult();

        Assert.Equal(20, await patient.WaitAsync(Timeout));
    }

    // Groups of at most five; the result of an item is ten times the item.
    private Gatherer<int, int> Gatherer(Func<IReadOnlyList<int>, Task> work) => new(
        async group =>
        {
            _groups.Enqueue([.. group]);
            await work(group);
            return [.. group.Select(item => 10 * item)];
        },
        max: 5,
        pause: TimeSpan.FromMilliseconds(1));
}
