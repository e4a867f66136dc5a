using Ocr.OcrWorker.Inference;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>Distinguishes an unreadable image from a broken worker: reads a receipt that is known to be readable.</summary>
internal sealed class ReadingProbe(InferencePool pool, IReceiptReader reader)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);
    private static readonly byte[] Known = Load();

    /// <summary>Whether this worker can read the known receipt.</summary>
    public async Task<bool> CanReadAsync()
    {
#pragma warning disable CA1031 // with any exception this worker cannot read
        try
        {
            var page = await pool.RunAsync(() => reader.Read(Known, ReadingProfile.Fast), new WorkTicket(WorkPriority.Batch), TimeLimit);
            return page.Words.Count > 0;
        }
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031
    }

    private static byte[] Load()
    {
        using var resource = typeof(ReadingProbe).Assembly.GetManifestResourceStream("probe.jpg")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
