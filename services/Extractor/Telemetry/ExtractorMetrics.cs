using System.Diagnostics.Metrics;
using Ocr.Contracts;
using Ocr.Extractor.Assignment;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor.Telemetry;

/// <summary>Metrics of the extractor: results per bank and per field.</summary>
internal sealed class ExtractorMetrics
{
    private readonly Counter<long> _extracted;
    private readonly Counter<long> _fields;
    private readonly Counter<long> _disagreements;

    public ExtractorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Metrics.ExtractorMeter);
        _extracted = meter.Counter(Metrics.Extracted);
        _fields = meter.Counter(Metrics.Fields);
        _disagreements = meter.Counter(Metrics.Disagreements, FieldKeys.All);
    }

    /// <summary>Counts an extracted receipt.</summary>
    public void Extracted(ExtractedReceipt receipt)
    {
        var bank = receipt.Fields[FieldKeys.BancoOrigen].Prefix ?? Metrics.NoBank;
        _extracted.Add(1, new(Metrics.BankTag, bank), new(Metrics.VerdictTag, Verdict(receipt)));
        foreach (var (key, field) in receipt.Fields)
        {
            _fields.Add(1, new(Metrics.FieldTag, key), new(Metrics.ValidityTag, Validity(field)));
            if (field.Warnings.Contains(Fusion.Disagreement))
            {
                _disagreements.Add(1, new KeyValuePair<string, object?>(Metrics.FieldTag, key));
            }
        }
    }

    private static string Verdict(ExtractedReceipt receipt) =>
        !receipt.IsReceipt ? "no_receipt" : receipt.Complete ? "complete" : "incomplete";

    private static string Validity(ExtractedField field) => field.Value.Length == 0 ? "blank" : field.Valid ? "valid" : "invalid";
}
