using System.Diagnostics.Metrics;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor.Telemetry;

/// <summary>What the extractor counts: how receipts of each bank fare, and how each field does.</summary>
internal sealed class ExtractorMetrics
{
    private readonly Counter<long> _extracted;
    private readonly Counter<long> _fields;

    public ExtractorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Metrics.ExtractorMeter);
        _extracted = meter.Counter(Metrics.Extracted);
        _fields = meter.Counter(Metrics.Fields);
    }

    /// <summary>Fields were extracted.</summary>
    public void Extracted(ExtractedReceipt receipt)
    {
        var bank = receipt.Fields[FieldKeys.BancoOrigen].Prefix ?? "none";
        _extracted.Add(1, new(Metrics.BankTag, bank), new(Metrics.VerdictTag, Verdict(receipt)));
        foreach (var (key, field) in receipt.Fields)
        {
            _fields.Add(1, new(Metrics.FieldTag, key), new(Metrics.ValidityTag, Validity(field)));
        }
    }

    private static string Verdict(ExtractedReceipt receipt) =>
        !receipt.IsReceipt ? "no_receipt" : receipt.Complete ? "complete" : "incomplete";

    private static string Validity(ExtractedField field) => field.Value.Length == 0 ? "blank" : field.Valid ? "valid" : "invalid";
}
