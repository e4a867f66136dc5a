using Ocr.ServiceDefaults.Bus;

namespace Ocr.ServiceDefaults.Work;

/// <summary>
/// Does items that come at about the same time together, and gives each its own outcome (docs/adr/0028). An item that comes alone is done at once;
/// while items come one after the other, a group is begun at most once in <c>pause</c>, and takes what has come until then.
/// </summary>
/// <typeparam name="TItem">What is to be done.</typeparam>
/// <typeparam name="TResult">What comes of an item.</typeparam>
/// <param name="together">Does all or nothing of a group; results in the order of the items. Not called twice at the same time.</param>
/// <param name="max">Items of one group at max.</param>
/// <param name="pause">Between the beginnings of two groups.</param>
public sealed class Gatherer<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> together, int max, TimeSpan pause)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _busy;

    // Not by the clock of the rows, which a test may hold.
    private long? _begun;

    /// <summary>Does an item together with others; its result, or its own failure.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Gives up the wait. The item may be done all the same.</param>
    public Task<TResult> AddAsync(TItem item, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(item);
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            if (!_busy)
            {
                _busy = true;
                // Of no item in particular: neither its trace nor its cancellation is that of the group.
                using (ExecutionContext.SuppressFlow())
                {
                    _ = Task.Run(RunAsync, CancellationToken.None);
                }
            }
        }

        return waiting.Outcome.Task.WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        while (true)
        {
            if (_begun is { } before && pause - TimeProvider.System.GetElapsedTime(before) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, CancellationToken.None);
            }

            var group = Take();
            if (group.Count == 0)
            {
                return;
            }

            _begun = TimeProvider.System.GetTimestamp();
            await DoAsync(group);
        }
    }

    private List<Waiting> Take()
    {
        lock (_lock)
        {
            var group = new List<Waiting>(Math.Min(max, _waiting.Count));
            while (group.Count < max && _waiting.TryDequeue(out var waiting))
            {
                group.Add(waiting);
            }

            _busy = group.Count > 0;
            return group;
        }
    }

    private async Task DoAsync(List<Waiting> group)
    {
        var fault = await TryAsync(group);
        if (fault is null)
        {
            return;
        }

        // A server that is away fails every one of them. Anything else may be the fault of one, which the others do not share.
        if (group.Count == 1 || FaultPolicy.IsOutage(fault))
        {
            group.ForEach(waiting => waiting.Outcome.SetException(fault));
            return;
        }

        foreach (var waiting in group)
        {
            if (await TryAsync([waiting]) is { } own)
            {
                waiting.Outcome.SetException(own);
            }
        }
    }

    private async Task<Exception?> TryAsync(List<Waiting> group)
    {
        IReadOnlyList<TResult> results;
        try
        {
            results = await together([.. group.Select(waiting => waiting.Item)]);
        }
        catch (Exception fault)
        {
            return fault;
        }

        foreach (var (waiting, result) in group.Zip(results))
        {
            waiting.Outcome.SetResult(result);
        }

        return null;
    }

    private sealed class Waiting(TItem item)
    {
        public TItem Item { get; } = item;

        public TaskCompletionSource<TResult> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
