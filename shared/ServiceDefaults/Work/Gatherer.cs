using Ocr.ServiceDefaults.Bus;

namespace Ocr.ServiceDefaults.Work;

/// <summary>
/// Processes items that arrive at about the same time in groups, with a separate outcome per item (docs/adr/0028). A single item is processed immediately.
/// Under a stream of items, a group starts at most once per <c>pause</c> and contains all items that arrived until then.
/// </summary>
/// <typeparam name="TItem">Type of an item.</typeparam>
/// <typeparam name="TResult">Type of the result of an item.</typeparam>
/// <param name="together">Processes a whole group or fails; results in the order of the items. Never called concurrently.</param>
/// <param name="max">Maximum number of items in one group.</param>
/// <param name="pause">Time between the starts of two groups.</param>
public sealed class Gatherer<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> together, int max, TimeSpan pause)
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _busy;

    // It does not use the clock of the rows, which a test can stop.
    private long? _begun;

    /// <summary>Processes an item in a group; returns its result, or throws its error.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the wait. The item may be processed anyway.</param>
    public Task<TResult> AddAsync(TItem item, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(item);
        lock (_lock)
        {
            _waiting.Enqueue(waiting);
            if (!_busy)
            {
                _busy = true;
                // A group belongs to no single item: it does not inherit the trace or cancellation of an item.
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
        var exception = await TryAsync(group);
        if (exception is null)
        {
            return;
        }

        // An outage fails every item. Another error can be caused by one item, so the items are retried separately.
        if (group.Count == 1 || MessageRetryPolicy.IsOutage(exception))
        {
            group.ForEach(waiting => waiting.Outcome.SetException(exception));
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
        catch (Exception exception)
        {
            return exception;
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
