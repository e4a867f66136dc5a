using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>The event of a worker that has read a screen.</summary>
internal static class Recognized
{
    public static TextRecognized Message(Screen screen) => new()
    {
        Batch = new BatchInfo
        {
            RequestId = "BATCH_20250711_143052_a8f",
            Size = 1,
            Position = 1,
            Profile = "balanced",
            IncludeCoordinates = true,
            OpenedAt = DateTimeOffset.UnixEpoch,
        },
        Receipt = new ReceiptInfo
        {
            ReceiptId = Guid.NewGuid(),
            StoredName = "a.png",
            OriginalName = "a.png",
            ObjectKey = "a",
            Sha256 = new string('0', 64),
            ContentType = "image/png",
            SizeBytes = 1,
            UploadedAt = DateTimeOffset.UnixEpoch,
            Metadata = new ReceiptMetadata { DrawNumber = "A", DrawDate = "20250711", WhatsappId = "1@lid", SenderName = "Ana", SentAt = "14-30" },
        },
        Text = new RecognizedText
        {
            ImageWidth = screen.Width,
            ImageHeight = screen.Height,
            Words = screen.Words,
            Model = "compact-1.0.0",
            CacheHit = false,
            ProcessingSeconds = 0.1,
            CompletedAt = DateTimeOffset.UnixEpoch,
        },
    };
}
