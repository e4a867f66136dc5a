namespace Ocr.Testing;

/// <summary>Waits for an outcome, not for a time.</summary>
public static class Probe
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits at most a minute.</summary>
    /// <param name="outcome">Whether it is reached.</param>
    /// <param name="meanwhile">Runs after each attempt that is not the last, such as a step of a test clock.</param>
    public static async Task UntilAsync(Func<Task<bool>> outcome, Func<Task>? meanwhile = null)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await outcome())
        {
            if (meanwhile is not null)
            {
                await meanwhile();
            }

            await Task.Delay(Interval, timeout.Token);
        }
    }

    /// <summary>Waits at most a minute.</summary>
    public static Task UntilAsync(Func<bool> outcome) => UntilAsync(() => Task.FromResult(outcome()));

    /// <summary>Repeats a request until its response is the expected one.</summary>
    /// <param name="send">Sends the request.</param>
    /// <param name="reached">Whether a response is the expected one.</param>
    /// <param name="timeout">Maximum time.</param>
    /// <returns>The expected response.</returns>
    /// <exception cref="TimeoutException">With the last response.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> send, Predicate<T> reached, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        while (true)
        {
            var response = await send();
            if (reached(response))
            {
                return response;
            }

            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"Not reached within {timeout}; the last response was {response}");
            }

            await Task.Delay(Interval);
        }
    }
}
