using System.Globalization;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Page;

/// <summary>Draws and search on the page.</summary>
[Collection(SharedPage.Name)]
public sealed class DrawPageTests(PageBrowser page)
{
    [Fact]
    public async Task The_totals_of_a_draw_are_the_sums_of_its_export()
    {
        const string draw = "20320101";
        await page.Desk.ReadAsync(draw, 46, 6);
        page.Open($"sorteos/{draw}/A");
        page.Until(_ => page.FindAll("#draw-receipts tbody tr").Count == 6);
        page.Find("#draw-csv").Click();
        var file = Path.Combine(page.Downloads, $"sorteo_{draw}_A.csv");
        page.Until(_ => File.Exists(file));

        var lines = File.ReadAllLines(file).Select(line => line.Split(';')).ToArray();
        var (amount, currency) = (Array.IndexOf(lines[0], "monto"), Array.IndexOf(lines[0], "moneda"));
        var sums = lines.Skip(1).Where(line => line[amount].Length > 0).GroupBy(line => line[currency])
            .ToDictionary(group => group.Key, group => group.Sum(line => decimal.Parse(line[amount], CultureInfo.InvariantCulture)));
        // One script, because the page may draw the table again at any time.
        var rows = (IReadOnlyCollection<object>)page.Run("return [...document.querySelectorAll('#draw-currencies tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))")!;
        var shown = rows.Select(row => ((IReadOnlyCollection<object>)row).Cast<string>().ToArray())
            .ToDictionary(cells => cells[0], cells => decimal.Parse(cells[2].Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture));
        Assert.NotEmpty(sums);
        Assert.Equal(sums.OrderBy(sum => sum.Key), shown.OrderBy(sum => sum.Key));
        Assert.Equal(lines.Length - 1, int.Parse(Count("Recibos"), CultureInfo.InvariantCulture));
        Assert.Empty(page.Complaints());
    }

    [Fact]
    public async Task The_hour_of_closing_separates_the_late_receipts()
    {
        const string draw = "20320102";
        await page.Desk.ReadAsync(draw, 52, 3);
        page.Open($"sorteos/{draw}/A");
        page.Until(_ => page.FindAll("#draw-receipts tbody tr").Count == 3);
        page.Run("document.querySelector('#cutoff [name=hora]').value = '14:01'");
        page.Find("#cutoff-save").Click();
        page.Until(_ => Count("Después del cierre") == "1");
        page.Run("const filter = document.getElementById('draw-filter'); filter.value = 'tarde'; filter.dispatchEvent(new Event('change'));");

        page.Until(_ => page.FindAll("#draw-receipts tbody tr").Count == 1);
        Assert.Contains("14:02", page.Find("#draw-receipts td[data-label=Sorteo]").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_found_by_the_end_of_its_reference_and_by_the_amount_as_typed_and_opens()
    {
        const string draw = "20320103";
        await page.Desk.ReadAsync(draw, 55, 1);
        var receipt = await page.Desk.ReceiptAsync(draw);
        page.Open("buscar");
        page.Find("#search [name=referencia]").SendKeys(receipt.Object("campos").Text("referencia")[^5..]);
        page.Find("#search [name=monto]").SendKeys(receipt.Object("campos").Text("monto").Replace('.', ','));
        page.Find("#search-go").Click();
        page.Until(_ => page.FindAll("#found tbody tr").Count > 0);
        page.Find("#found button").Click();
        page.Until(_ => page.Find("#review-name").Displayed && page.FindAll("#fields tr.current").Count == 1);

        Assert.Equal("Jugador 1", page.Find("#review-name").Text);
        page.Find("#back").Click();
        page.Until(_ => page.Find("#found").Displayed);
    }

    [Fact]
    public async Task Pages_of_a_search_follow_each_other_without_a_gap()
    {
        const string draw = "20320104";
        await page.Desk.ReadAsync(draw, [.. Enumerable.Range(0, 3).Select(index => Receipts.Unique(Receipts.Truth[56].Key, index + 1))]);
        page.Open("buscar");
        page.Run("const form = document.getElementById('search'); const limit = document.createElement('input'); limit.type = 'hidden'; limit.name = 'limit'; limit.value = '2'; form.append(limit);");
        page.Run($"document.querySelector('#search [name=fechasorteo]').value = '2032-01-04'");
        page.Find("#search-go").Click();
        page.Until(_ => page.FindAll("#found tbody tr").Count == 2);
        page.Find("#search-more").Click();
        page.Until(_ => page.FindAll("#found tbody tr").Count == 3);

        Assert.Equal(3, page.FindAll("#found button").Select(button => button.GetDomAttribute("aria-label")).Count());
        Assert.False(page.Find("#search-more").Displayed);
    }

    private string Count(string name) => (string)page.Run(
        "return [...document.querySelectorAll('#draw-counts div')].find((pair) => pair.querySelector('dt').innerText.trim() === arguments[0])?.querySelector('dd').innerText.trim() ?? ''",
        name)!;
}
