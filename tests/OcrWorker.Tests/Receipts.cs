using System.Security.Cryptography;
using System.Text;
using Ocr.Contracts;
using Ocr.Storage;

namespace Ocr.OcrWorker.Tests;

/// <summary>Generated receipts whose images are in a store.</summary>
internal static class Receipts
{
    public static async Task<ReceiptInfo> StoreAsync(IObjectStore store, string content)
    {
        var receipt = Make(content);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await store.PutAsync(receipt.ObjectKey, bytes, receipt.ContentType, CancellationToken.None);
        return receipt;
    }

    public static ReceiptInfo Make(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var id = Guid.NewGuid();
        return new ReceiptInfo
        {
            ReceiptId = id,
            StoredName = $"20250711-A--123456@lid_Juan_14-30_{id:N}.png",
            OriginalName = "recibo.png",
            ObjectKey = ObjectKey.ForContent(sha256, "png"),
            Sha256 = sha256,
            ContentType = "image/png",
            SizeBytes = bytes.Length,
            UploadedAt = DateTimeOffset.UnixEpoch,
            Metadata = new ReceiptMetadata
            {
                DrawNumber = "A",
                DrawDate = "20250711",
                WhatsappId = "123456@lid",
                SenderName = "Juan",
                SentAt = "14-30",
            },
        };
    }

    public static RecognizeReceipt Command(ReceiptInfo receipt, string profile = "ultra_rapido") => new()
    {
        Receipt = receipt,
        Attempt = 1,
        Batch = new BatchInfo
        {
            RequestId = "BATCH_20250711_143052_a8f",
            Size = 1,
            Position = 1,
            Profile = profile,
            IncludeCoordinates = true,
            OpenedAt = DateTimeOffset.UnixEpoch,
        },
    };
}
