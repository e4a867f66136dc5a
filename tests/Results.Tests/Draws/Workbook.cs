using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Ocr.Results.Tests.Draws;

/// <summary>The cells of the first sheet of a workbook: type and text by row and column.</summary>
internal sealed class Workbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Workbook(IReadOnlyList<IReadOnlyList<(string Type, string Text)>> rows) => Rows = rows;

    public IReadOnlyList<IReadOnlyList<(string Type, string Text)>> Rows { get; }

    public static Workbook Read(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        using var sheet = zip.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Open();
        return new Workbook([.. XDocument.Load(sheet).Descendants(Main + "row").Select(row => (IReadOnlyList<(string, string)>)[.. row.Elements(Main + "c").Select(Cell)])]);
    }

    /// <summary>The cell of a named column.</summary>
    public (string Type, string Text) this[int row, string column] =>
        Rows[row][Rows[0].Select((cell, index) => (cell.Text, index)).Single(cell => cell.Text == column).index];

    public decimal Sum(string column, string currency) => Enumerable.Range(1, Rows.Count - 1)
        .Where(row => this[row, "moneda"].Text == currency && this[row, column].Text.Length > 0)
        .Sum(row => decimal.Parse(this[row, column].Text, CultureInfo.InvariantCulture));

    private static (string Type, string Text) Cell(XElement cell) => (cell.Attribute("t")?.Value ?? "n", string.Concat(cell.Descendants().Select(part => part.HasElements ? "" : part.Value)));
}
