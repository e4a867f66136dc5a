using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats readings as JSON.</summary>
internal static class ReadingJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,

        // Never embedded in HTML, so that á needs no escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Compact =
        new(Options) { WriteIndented = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Write(Reading reading, bool words) => JsonSerializer.Serialize(
        new
        {
            reading.Model,
            reading.Page.Width,
            reading.Page.Height,
            Pose = Show(reading.Page.Pose),
            Seconds = Math.Round(reading.Time.TotalSeconds, 4),
            reading.Receipt.IsReceipt,
            reading.Receipt.Judgement,
            Fields = reading.Receipt.Fields.ToDictionary(field => field.Key, field => field.Value.Value),
            NombreBeneficiario = reading.Receipt.BeneficiaryName.Value,
            Warnings = reading.Receipt.Fields.Where(field => field.Value.Warnings.Count > 0).ToDictionary(field => field.Key, field => field.Value.Warnings),
            Confidence = reading.Receipt.Fields
                .Where(field => field.Value.Value.Length > 0)
                .ToDictionary(field => field.Key, field => Math.Round(field.Value.Confidence, 3)),
            Words = words ? reading.Page.Words.Select(word => Show(word, evidence: false)) : null,
        },
        Options);

    public static string WriteWords(IEnumerable<KeyValuePair<string, ReadPage>> pages, bool evidence) => JsonSerializer.Serialize(
        pages.OrderBy(page => page.Key, StringComparer.Ordinal).ToDictionary(
            page => page.Key,
            page => new { page.Value.Width, page.Value.Height, Pose = Show(page.Value.Pose), Words = page.Value.Words.Select(word => Show(word, evidence)) }),
        Compact);

    private static object Show(PagePose pose) => new { pose.Turn, Angle = Math.Round(pose.Angle, 2), pose.Rectified, Looks = pose.DetectionPasses };

    private static object Show(ReadWord word, bool evidence) => new
    {
        word.Text,
        Box = (int[])[word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1],
        Confidence = Math.Round(word.Confidence, 3),
        word.Line,
        word.Digits,
        Evidence = evidence ? word.Evidence : null,
    };
}
