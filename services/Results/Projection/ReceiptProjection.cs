using System.Globalization;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;

namespace Ocr.Results.Projection;

/// <summary>Fills the row of a receipt from its current reading and its corrections.</summary>
internal static class ReceiptProjection
{
    private const int MaxPoints = 1000;
    private const int TimeBits = 42;

    /// <summary>The row of a receipt at its first reading; <see cref="Apply"/> fills the rest.</summary>
    public static ReceiptIndexRow New(ResultRow row, string drawDate, string drawNumber, string whatsappId, string senderName, string sentAt)
    {
        var sender = SearchKeys.Name(senderName);
        return new ReceiptIndexRow
        {
            Tenant = row.Tenant,
            ReceiptId = row.ReceiptId,
            RequestId = row.RequestId,
            ResultFile = row.ResultFile,
            StoredName = row.StoredName,
            DrawDate = drawDate,
            DrawNumber = drawNumber,
            WhatsappId = whatsappId,
            SenderName = senderName,
            SentAt = sentAt,
            StoredAt = row.StoredAt,
            ReadAt = row.StoredAt,
            FileKey = row.StoredName.ToLowerInvariant(),
            SenderKey = sender,
            SenderRest = SearchKeys.Rest(sender),
            Details = "",
        };
    }

    /// <summary>Sets the values that depend on a reading, with corrections applied.</summary>
    public static void Apply(ReceiptIndexRow receipt, ResultRow row, ReadValues read, DecisionEntry? decision)
    {
        var corrections = CorrectionEntry.Of(receipt).Select(correction => correction with { Read = read[correction.Field] }).ToList();
        receipt.Corrections = CorrectionEntry.ToJson(corrections);
        var values = FieldKeys.All.ToDictionary(key => key, key => read[key]);
        corrections.ForEach(correction => values[correction.Field] = correction.Value);
        (receipt.RequestId, receipt.ResultFile, receipt.ReadAt) = (row.RequestId, row.ResultFile, row.StoredAt);
        receipt.ReasonCode = row.ReasonCode;
        receipt.IsReceipt = row.IsReceipt;
        receipt.PaymentState = read.Validation?.State ?? PaymentStates.Unknown;
        SetValues(receipt, values, corrections, read);
        var missing = Missing(read, values, corrections);
        receipt.Complete = corrections.Count == 0 ? read.Validation?.Complete ?? false : missing.Count == 0 && IsOnePayment(receipt, read);
        receipt.Details = new ReceiptDetails
        {
            Fields = values.Where(value => value.Value.Length > 0).ToDictionary(value => value.Key, value => value.Value),
            Missing = missing,
            Doubts = [.. read.Doubts.Where(doubt => !corrections.Exists(correction => correction.Field == doubt.Field))],
            Reasons = [],
            Beneficiary = read.Beneficiary,
            Error = read.Error,
        }.ToJson();
        Mark(receipt, row, decision);
    }

    /// <summary>Sets the values that depend on the marks of the current reading.</summary>
    public static void Mark(ReceiptIndexRow receipt, ResultRow row, DecisionEntry? decision)
    {
        (receipt.Duplicate, receipt.DuplicateOf) = (row.Duplicate, row.DuplicateOf);
        receipt.Decision = decision?.Verdict ?? Verdicts.Review;
        var details = ReceiptDetails.Read(receipt.Details) with { Reasons = decision?.Reasons ?? [] };
        receipt.Details = details.ToJson();
        receipt.Risk = Risk(receipt, details);
    }

    /// <summary>
    /// Position by risk points, then by waiting time: first the receipts that the policy leaves to a person, then those that it accepts with
    /// doubts, and last those that it rejects.
    /// </summary>
    public static long Risk(ReceiptIndexRow receipt, ReceiptDetails details)
    {
        var points = receipt.Decision == Verdicts.Review ? 500 : receipt.Decision == Verdicts.Accept ? 200 : 0;
        points += receipt.Duplicate == DuplicateKind.None ? 0 : 150;
        points += receipt.Complete ? 0 : 100;
        points += Math.Min(200, (20 * details.Doubts.Count) + (10 * details.Missing.Count));
        var waiting = (1L << TimeBits) - 1 - Math.Clamp(receipt.StoredAt.ToUnixTimeMilliseconds(), 0, (1L << TimeBits) - 1);
        return ((long)Math.Min(points, MaxPoints) << TimeBits) + waiting;
    }

    private static void SetValues(ReceiptIndexRow receipt, Dictionary<string, string> values, List<CorrectionEntry> corrections, ReadValues read)
    {
        receipt.ReferenceEnd = SearchKeys.ReferenceEnd(values[FieldKeys.Referencia]);
        receipt.PhoneEnd = SearchKeys.PhoneEnd(values[FieldKeys.Telefono]);
        receipt.DocumentEnd = SearchKeys.DocumentEnd(values[FieldKeys.Cedula]);
        receipt.AmountCents = TypedAmount.OfStored(values[FieldKeys.Monto]);
        receipt.Currency = receipt.AmountCents is null ? "" : corrections.Find(correction => correction.Field == FieldKeys.Monto)?.Currency ?? read.Currency;
        receipt.OriginBank = values[FieldKeys.BancoOrigen];
        receipt.PaidOn = DateOnly.TryParseExact(values[FieldKeys.FechaOperacion], "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "";
    }

    private static bool IsOnePayment(ReceiptIndexRow receipt, ReadValues read) =>
        receipt.IsReceipt && receipt.PaymentState == PaymentStates.Done && read.Validation is { ReceiptsInImage: null or 1 };

    // Without corrections the rules of the extractor define what is missing. With corrections: the users' success rule, because a corrected value is usable.
    private static IReadOnlyList<string> Missing(ReadValues read, Dictionary<string, string> values, List<CorrectionEntry> corrections)
    {
        if (corrections.Count == 0)
        {
            return read.Validation?.MissingFields ?? [];
        }

        bool IsThere(string key) => corrections.Exists(correction => correction.Field == key) ? values[key].Length > 0 : read.Usable.Contains(key);
        var always = new[] { FieldKeys.Referencia, FieldKeys.Monto, FieldKeys.BancoOrigen }
            .Where(key => !IsThere(key) || (read.Validation?.MissingFields.Contains(key) == true && !corrections.Exists(correction => correction.Field == key)));
        string[] beneficiary = [FieldKeys.Cedula, FieldKeys.Telefono, FieldKeys.BancoDestino];
        var isKnown = IsThere(FieldKeys.Cedula) || (IsThere(FieldKeys.Telefono) && IsThere(FieldKeys.BancoDestino));
        return [.. always, .. isKnown ? [] : beneficiary.Where(key => !IsThere(key))];
    }
}
