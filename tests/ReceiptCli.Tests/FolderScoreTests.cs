using Ocr.Contracts;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Tests;

public sealed class FolderScoreTests
{
    private static readonly FolderScore Score = new("compact-1.0.0",
    [
        Sample.Receipt(Sample.Truth("1.png", "bdv", Sample.Printed)),
        Sample.Receipt(Sample.Truth("2.png", "bdv", Sample.Printed), (FieldKeys.Monto, "1.00"), (FieldKeys.Concepto, "de más")),
        Sample.Receipt(Sample.Truth("3.png", "zinli", Sample.Printed), (FieldKeys.Telefono, "")),
    ]);

    [Fact]
    public void Counts_printed_claimed_and_all_fields_apart()
    {
        Assert.Equal(new Share(16, 18), Score.Printed);
        Assert.Equal(new Share(16, 19), Score.Stated);
        Assert.Equal(new Share(45, 48), Score.All);
    }

    [Fact]
    public void Counts_a_field_where_it_is_printed_or_claimed()
    {
        Assert.Equal(new Share(2, 3), Score.Field(FieldKeys.Monto));
        Assert.Equal(new Share(0, 1), Score.Field(FieldKeys.Concepto));
        Assert.Equal(new Share(0, 0), Score.Field(FieldKeys.CuentaOrigen));
    }

    [Fact]
    public void Groups_by_layout()
    {
        var layouts = Score.ByLayout.ToList();
        Assert.Equal(["bdv", "zinli"], layouts.Select(layout => layout.Layout));
        Assert.Equal(new Share(1, 2), layouts[0].Score.Success);
        Assert.Equal(new Share(1, 1), layouts[1].Score.Success);
    }

    [Fact]
    public void The_report_names_each_wrong_value_with_its_image()
    {
        var report = ScoreMarkdown.Write(Score);
        Assert.Contains("| receipts that meet the success rule | 2 | 3 | 66.67 |", report, StringComparison.Ordinal);
        Assert.Contains("| 2.png | monto | 10.00 | 1.00 |", report, StringComparison.Ordinal);
        Assert.Contains("| 3.png | telefono | 04140000001 |  |", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_report_carries_the_same_numbers()
    {
        using var json = System.Text.Json.JsonDocument.Parse(ScoreJson.Write(Score));
        Assert.Equal(84.21, json.RootElement.GetProperty("fields_stated").GetProperty("percent").GetDouble());
        Assert.Equal(3, json.RootElement.GetProperty("faults").GetArrayLength());
    }
}
