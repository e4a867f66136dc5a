using System.Text.Json.Nodes;
using Ocr.Results.Endpoints;

namespace Ocr.Results.Tests;

public sealed class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\u00A0=1+1")]
    [InlineData("\u200B=1+1")] // without width
    [InlineData("\u2060 \u200D+1")]
    [InlineData("\uFEFF-1")]
    [InlineData("\t=1+1")]
    [InlineData(" \uFF1D1+1")] // full width
    public void A_cell_that_a_spreadsheet_would_run_is_text(string cell) => Assert.StartsWith("'", Cell(cell), StringComparison.Ordinal);

    [Theory]
    [InlineData("pago de dulces")]
    [InlineData(" 04140611328")]
    [InlineData("1-2")]
    [InlineData("")]
    public void Any_other_cell_stays_as_it_is(string cell) => Assert.Equal(cell, Cell(cell));

    private static string Cell(string text) =>
        CsvWriter.Write([new JsonObject { ["nombre_archivo"] = text }.ToJsonString()]).Split("\r\n")[1].Split(';')[0].Trim('"');
}
