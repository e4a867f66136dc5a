using System.Globalization;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Documents;
using Ocr.Results.Projection;
using Ocr.Results.Receipts;

namespace Ocr.SearchBenchmark;

/// <summary>Makes receipts up: two years of draws, 2,000 senders, ten banks. Everything is random with a fixed seed.</summary>
internal sealed class ReceiptMaker(int count)
{
    private const int Senders = 2000;
    private static readonly string[] Names = ["Ana", "Luis", "José Pérez", "María Rojas", "Pedro", "Rosa Díaz", "Juan Carlos", "Eva", "Carmen Núñez", "Raúl"];

    private static readonly string[] Banks =
    [
        "BANCO DE VENEZUELA", "BANESCO", "BANCO MERCANTIL", "BBVA PROVINCIAL", "BANCAMIGA", "BANCRECER", "BANCO NACIONAL DE CREDITO", "BANPLUS", "BANCARIBE", "SOFITASA",
    ];

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The receipt of a number, from 0 to the count.</summary>
    public ReceiptIndexRow Make(int number)
    {
        var at = Start.AddSeconds(63_072_000.0 * number / count);
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        // Its own seed, so that a search can be made for any receipt without making those before it.
        var random = new Random(number);
        var sender = random.Next(Senders);
        var (name, whatsapp) = (Names[sender % Names.Length], $"58{4_120_000_000L + sender}@lid");
        var reference = random.NextInt64(1_000_000_000_000).ToString("000000000000", CultureInfo.InvariantCulture);
        var amount = random.Next(1_000, 2_000_000);
        var file = $"{at:yyyyMMdd}-{(char)('A' + (at.Hour % 6))}--{whatsapp}_{name.Replace(' ', '-')}_{at:HH-mm}_{number}.jpg";
        var row = Row(number, at, name, whatsapp, file);
        row.ReferenceEnd = SearchKeys.ReferenceEnd(reference);
        row.PhoneEnd = SearchKeys.PhoneEnd($"0414{random.Next(10_000_000):0000000}");
        row.DocumentEnd = SearchKeys.DocumentEnd($"V-{random.Next(5_000_000, 32_000_000)}");
        row.AmountCents = amount;
        row.OriginBank = Banks[random.Next(Banks.Length)];
        row.PaymentState = random.Next(100) < 97 ? PaymentStates.Done : PaymentStates.Pending;
        row.Complete = random.Next(100) < 90;
        row.Decision = random.Next(100) switch { < 70 => Verdicts.Accept, < 95 => Verdicts.Review, _ => Verdicts.Reject };
        row.Duplicate = random.Next(100) < 3 ? DuplicateKind.SameReference : DuplicateKind.None;
        row.Review = number > 0.99 * count ? ReviewState.Pending : random.Next(100) < 92 ? ReviewState.Accepted : ReviewState.Rejected;
        return Finished(row, reference, amount);
    }

    private static ReceiptIndexRow Row(int number, DateTimeOffset at, string name, string whatsapp, string file)
    {
        var sender = SearchKeys.Name(name);
        return new ReceiptIndexRow
        {
            ReceiptId = new Guid(number, 18, 0, new byte[8]),
            RequestId = $"BATCH_{at:yyyyMMdd_HHmmss}_{number % 4096:x3}",
            ResultFile = file + ".json",
            StoredName = file,
            DrawDate = at.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            DrawNumber = ((char)('A' + (at.Hour % 6))).ToString(),
            WhatsappId = whatsapp,
            SenderName = name,
            SentAt = at.ToString("HH-mm", CultureInfo.InvariantCulture),
            StoredAt = at,
            ReadAt = at,
            FileKey = file.ToLowerInvariant(),
            SenderKey = sender,
            SenderRest = SearchKeys.Rest(sender),
            Currency = "BS",
            PaidOn = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IsReceipt = true,
            Details = "",
        };
    }

    private static ReceiptIndexRow Finished(ReceiptIndexRow row, string reference, int amount)
    {
        var details = new ReceiptDetails
        {
            Fields = new Dictionary<string, string>
            {
                [FieldKeys.Monto] = (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture),
                [FieldKeys.Referencia] = reference,
                [FieldKeys.BancoOrigen] = row.OriginBank,
                [FieldKeys.FechaOperacion] = row.StoredAt.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            },
            Missing = row.Complete ? [] : [FieldKeys.Cedula],
            Doubts = [],
            Reasons = row.Decision == Verdicts.Accept ? [] : [new DecisionMotive("CAMPO_DUDOSO", "Un campo es dudoso")],
            Beneficiary = row.SenderName,
        };
        row.Details = details.ToJson();
        row.Risk = ReceiptProjection.Risk(row, details);
        return row;
    }
}
