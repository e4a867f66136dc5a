namespace Ocr.EndToEnd.Harness;

/// <summary>Waits for a state instead of a time.</summary>
internal static class Probe
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again until the answer is the one that is waited for.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="reached">Whether the answer will do.</param>
    /// <param name="timeout">How long to ask.</param>
    /// <returns>The answer that did.</returns>
    /// <exception cref="TimeoutException">With the last answer.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Predicate<T> reached, TimeSpan timeout)
    {
        using var limit = new CancellationTokenSource(timeout);
        while (true)
        {
            var answer = await ask();
            if (reached(answer))
            {
                return answer;
            }

            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"Not reached within {timeout}; the last answer was {answer}");
            }

            await Task.Delay(Interval);
        }
    }
}
