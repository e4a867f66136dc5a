using System.Text.Json;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats a score as JSON, for scripts that compare runs.</summary>
internal static class ScoreJson
{
    public static string Write(FolderScore score) => JsonSerializer.Serialize(
        new
        {
            score.Model,
            FieldsStated = Show(score.Stated),
            FieldsPrinted = Show(score.Printed),
            FieldsAll = Show(score.All),
            Success = Show(score.Success),
            Receipts = score.Receipts.Count,
            NotTakenForReceipts = from receipt in score.Receipts where !receipt.TakenForReceipt select Show(receipt),
            SecondsMedian = Math.Round(score.Seconds(0.5), 4),
            Seconds95 = Math.Round(score.Seconds(0.95), 4),
            Fields = Truth.Keys.ToDictionary(key => key, key => Show(score.Field(key))),
            Layouts = score.ByLayout.ToDictionary(
                part => part.Layout,
                part => new { Receipts = part.Score.Receipts.Count, Fields = Show(part.Score.Stated), Success = Show(part.Score.Success) }),
            Faults = from receipt in score.Receipts
                     from key in Truth.Keys
                     where !receipt.IsRight(key)
                     select new { receipt.Truth.File, Field = key, True = receipt.Truth[key], Read = receipt.Actual[key] },
        },
        ReadingJson.Options);

    private static object Show(ScoredReceipt receipt) =>
        new { receipt.Truth.File, receipt.Truth.Layout, receipt.Judgement?.Score, Reason = receipt.Judgement?.ReasonCode ?? "IMAGEN_ILEGIBLE" };

    private static object Show(Share share) => new { share.Right, share.Total, Percent = Math.Round(share.Percent, 2) };
}
