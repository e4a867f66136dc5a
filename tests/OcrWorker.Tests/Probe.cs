namespace Ocr.OcrWorker.Tests;

/// <summary>Waits for a state instead of a time.</summary>
internal static class Probe
{
    public static async Task UntilAsync(Func<bool> reached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!reached())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
