using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Endpoints;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Ocr.Results.Export;

/// <summary>Format of an exported table.</summary>
internal enum TableFormat
{
    /// <summary>Workbook of Excel.</summary>
    Xlsx,

    /// <summary>Text with semicolons.</summary>
    Csv,
}

/// <summary>Writes the receipts of a draw as a table. Rows are streamed from the database, so memory does not depend on their number.</summary>
internal sealed class DrawExport(IDbContextFactory<ResultsDbContext> contexts)
{
    /// <summary>The response that writes the table.</summary>
    public IResult Write(DrawKey key, TableFormat format, TenantScope scope) => TypedResults.Stream(
        stream => WriteAsync(stream, key, format, scope),
        format == TableFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        $"sorteo_{key.Date}_{key.Number}.{(format == TableFormat.Csv ? "csv" : "xlsx")}");

    /// <summary>Writes the table.</summary>
    public async Task WriteAsync(Stream stream, DrawKey key, TableFormat format, TenantScope scope)
    {
        await using var database = await contexts.CreateDbContextAsync();
        var rows = key.Of(database.Receipts.AsNoTracking().Of(scope)).OrderBy(row => row.StoredAt).ThenBy(row => row.Id).AsAsyncEnumerable();
        await (format == TableFormat.Csv ? WriteCsvAsync(stream, rows) : WriteXlsxAsync(stream, rows));
    }

    private static async Task WriteCsvAsync(Stream stream, IAsyncEnumerable<ReceiptIndexRow> rows)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvWriter.Line(ExportColumns.All.Select(column => column.Name)));
        await foreach (var row in rows)
        {
            var receipt = ExportedReceipt.Of(row);
            await writer.WriteAsync(CsvWriter.Line(ExportColumns.All.Select(column => Text(column.Value(receipt)))));
        }
    }

    private static async Task WriteXlsxAsync(Stream stream, IAsyncEnumerable<ReceiptIndexRow> rows)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(stream);
        var styles = new CellStyles(
            workbook.AddStyle(new Style { Font = new() { Bold = true } }),
            workbook.AddStyle(new Style { Format = NumberFormat.Custom("0.00") }),
            workbook.AddStyle(new Style { Format = NumberFormat.Custom("@") }),
            workbook.AddStyle(new Style { Format = NumberFormat.Custom("dd/mm/yyyy") }),
            workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") }));
        await workbook.StartWorksheetAsync("Recibos", new WorksheetOptions { FrozenRows = 1 });
        await workbook.AddRowAsync(ExportColumns.All.Select(column => new StyledCell(column.Name, styles.Heading)).ToArray());
        var cells = new StyledCell[ExportColumns.All.Count];
        await foreach (var row in rows)
        {
            var receipt = ExportedReceipt.Of(row);
            for (var index = 0; index < cells.Length; index++)
            {
                var column = ExportColumns.All[index];
                cells[index] = Cell(column.Value(receipt), styles);
            }

            await workbook.AddRowAsync(cells);
        }

        await workbook.FinishAsync();
    }

    private static StyledCell Cell(object? value, CellStyles styles) => value switch
    {
        null => new StyledCell((string?)null, null),
        decimal amount => new StyledCell(amount, styles.Amount),
        int number => new StyledCell(number, null),
        DateOnly date => new StyledCell(date.ToDateTime(TimeOnly.MinValue), styles.Date),
        DateTimeOffset instant => new StyledCell(instant.UtcDateTime, styles.Instant),
        _ => new StyledCell(value.ToString(), styles.Text),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        decimal amount => amount.ToString("0.00", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        DateTimeOffset instant => UtcMillisecondsConverter.ToText(instant),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private sealed record CellStyles(StyleId Heading, StyleId Amount, StyleId Text, StyleId Date, StyleId Instant);
}
