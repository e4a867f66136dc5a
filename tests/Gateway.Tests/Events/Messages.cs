using Ocr.Contracts;

namespace Ocr.Gateway.Tests.Events;

/// <summary>Messages of the services behind the gateway.</summary>
internal static class Messages
{
    public const string Batch = "BATCH_20250711_140000_abc";

    public static readonly DateTimeOffset At = new(2025, 7, 11, 14, 0, 1, 240, TimeSpan.Zero);

    public static ReceiptProcessed Read(int number = 1, string tenant = Tenants.Default, string batch = Batch, int size = 3, bool isDuplicate = false) => new()
    {
        RequestId = batch,
        ReceiptId = Id(number),
        Succeeded = true,
        ResultFile = $"{batch}_recibo-{number}.png.json",
        StoredAt = At,
        Summary = new ReceiptSummary
        {
            Tenant = tenant,
            BatchSize = size,
            StoredName = $"recibo-{number}.png",
            Fields = FieldKeys.All.ToDictionary(key => key, key => key == FieldKeys.Monto ? "1200.00" : ""),
            Currency = "BS",
            PaymentState = PaymentStates.Done,
            Verdict = isDuplicate ? Verdicts.Reject : Verdicts.Accept,
            Reasons = isDuplicate ? [new DecisionReason { Code = "MISMA_IMAGEN", Text = "La misma imagen ya fue enviada." }] : [],
            DuplicateOf = isDuplicate
                ? new EarlierReceipt { StoredName = "recibo-0.png", RequestId = Batch, Code = "MISMA_IMAGEN", Text = "La misma imagen ya fue enviada." }
                : null,
            Metadata = new ReceiptMetadata { DrawNumber = "A", DrawDate = "20250711", WhatsappId = $"{number}@lid", SenderName = "José", SentAt = "14-30" },
        },
    };

    public static BatchCompleted Completed(string tenant = Tenants.Default) => new()
    {
        RequestId = Batch,
        Tenant = tenant,
        Size = 3,
        Failed = 1,
        OpenedAt = At.AddSeconds(-1),
        CompletedAt = At,
    };

    public static ReviewDecided Decided(string tenant = Tenants.Default) => new()
    {
        Tenant = tenant,
        ReceiptId = Id(1),
        RequestId = Batch,
        Decision = Verdicts.Accept,
        By = "revisora",
        At = At.AddMinutes(1),
        StoredName = "recibo-1.png",
    };

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
