namespace Ocr.Testing;

/// <summary>Waits for an outcome, not for a time.</summary>
internal static class Probe
{
    public static async Task UntilAsync(Func<Task<bool>> outcome, Func<Task>? meanwhile = null)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await outcome())
        {
            if (meanwhile is not null)
            {
                await meanwhile();
            }

            await Task.Delay(20, timeout.Token);
        }
    }

    public static Task UntilAsync(Func<bool> outcome) => UntilAsync(() => Task.FromResult(outcome()));
}
