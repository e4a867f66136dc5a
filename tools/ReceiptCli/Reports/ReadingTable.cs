using System.Globalization;
using Ocr.Contracts;
using Ocr.Recognition;
using Spectre.Console;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats one reading as tables for a terminal.</summary>
internal static class ReadingTable
{
    public static void Write(Reading reading, bool words)
    {
        var table = new Table().AddColumns("field", "value", "confidence");
        foreach (var key in FieldKeys.All)
        {
            Add(table, key, reading.Receipt.Fields[key]);
        }

        Add(table, Scoring.Truth.NameKey, reading.Receipt.BeneficiaryName);
        AnsiConsole.Write(table);
        if (words)
        {
            AnsiConsole.Write(Words(reading.Page));
        }

        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{reading.Page.Width} × {reading.Page.Height}, {reading.Page.Words.Count} words, {reading.Time.TotalMilliseconds:F0} ms, {reading.Model}");
    }

    private static void Add(Table table, string key, ExtractedField field) =>
        table.AddRow(key, Markup.Escape(field.Value), field.Value.Length > 0 ? Show(field.Confidence) : "");

    private static Table Words(ReadPage page)
    {
        var table = new Table().AddColumns("line", "word", "confidence", "box");
        foreach (var word in page.Words)
        {
            var box = string.Create(CultureInfo.InvariantCulture, $"{word.Box.X0},{word.Box.Y0} {word.Box.X1},{word.Box.Y1}");
            table.AddRow(word.Line.ToString(CultureInfo.InvariantCulture), Markup.Escape(word.Text), Show(word.Confidence), box);
        }

        return table;
    }

    private static string Show(double confidence) => confidence.ToString("F2", CultureInfo.InvariantCulture);
}
