using Ocr.Contracts;

namespace Ocr.Extractor.Tests.Decision;

/// <summary>Generated receipts with fields and a judgement, as input of the policy.</summary>
internal static class Judged
{
    /// <summary>A completed payment with all required fields, without doubts.</summary>
    public static ExtractedReceipt Perfect { get; } = new()
    {
        Fields = FieldKeys.All.ToDictionary(key => key, key => new ExtractedField { Value = "1", Valid = true, Confidence = 1 }),
        BeneficiaryName = new ExtractedField { Value = "" },
        OriginalText = "",
        StructuredText = "",
        LayoutApplied = true,
        IsReceipt = true,
        Judgement = new ReceiptJudgement { Score = 1, State = PaymentStates.Done, StateText = "Operación exitosa", StateConfidence = 1 },
        Complete = true,
        MissingFields = [],
        RulesVersion = "1.0.0",
    };

    public static ExtractedReceipt In(string state, double confidence = 1) =>
        Perfect with { Judgement = Perfect.Judgement! with { State = state, StateText = null, StateConfidence = confidence } };

    public static ExtractedReceipt With(this ExtractedReceipt receipt, string key, Func<ExtractedField, ExtractedField> change) =>
        receipt with { Fields = receipt.Fields.ToDictionary(field => field.Key, field => field.Key == key ? change(field.Value) : field.Value) };

    public static ExtractedReceipt Without(this ExtractedReceipt receipt, string key) => receipt.With(key, _ => new ExtractedField { Value = "" }) with
    {
        Complete = false,
        MissingFields = [.. receipt.MissingFields.Append(key).Distinct()],
    };

    public static int Strictness(string verdict) => Verdicts.All.ToList().IndexOf(verdict);
}
