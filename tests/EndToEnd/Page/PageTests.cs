using Ocr.EndToEnd.Harness;
using OpenQA.Selenium;

namespace Ocr.EndToEnd.Page;

/// <summary>The web page in a real browser against the real system.</summary>
public sealed class PageTests(PageBrowser page) : IClassFixture<PageBrowser>
{
    [Fact]
    public void Dropped_receipts_go_up_are_read_and_stand_in_the_table()
    {
        page.Open();
        UploadAndRead(0, 3);

        var references = page.FindAll("#results tr").Select(row => row.FindElements(By.TagName("td"))[4].Text);
        Assert.Equal(Receipts.Truth.Take(3).Select(receipt => receipt.Value!.Object("fields").Text("referencia")), references);
        Assert.Contains("3 recibo(s): 3 leído(s)", page.Find("#summary").Text, StringComparison.Ordinal);
        Assert.Equal("0", page.Find("#pending-count").Text);
        Assert.Empty(page.Complaints());
    }

    [Fact]
    public void A_row_opens_the_receipt_with_its_words_and_fields()
    {
        page.Open();
        UploadAndRead(3, 1);
        page.Find("#results tr").Click();
        page.Until(_ => page.FindAll("#fields dd").Count == 16 && page.FindAll("#picture rect").Count > 5);
        page.Picture("detail");

        var truth = Receipts.Truth[3].Value!.Object("fields");
        var reference = page.FindAll("#fields dd").First(field => field.Text == truth.Text("referencia"));
        page.Until(_ =>
        {
            // the page may have moved under the pointer when the picture arrived
            page.PointAt(reference);
            return page.FindAll("#picture rect.lit title")
                .Any(word => word.GetDomProperty("textContent")!.StartsWith(truth.Text("referencia"), StringComparison.Ordinal));
        });
        Assert.Empty(page.Complaints());
    }

    [Fact]
    public void An_earlier_batch_can_be_chosen()
    {
        page.Open();
        UploadAndRead(7, 1);
        UploadAndRead(8, 2);
        Assert.Equal(2, page.FindAll("#results tr").Count);

        page.Choose("#batch", 1);

        page.Until(_ => page.FindAll("#results tr").Count == 1);
        Assert.Contains("1 recibo(s)", page.Find("#summary").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_downloaded_for_a_spreadsheet()
    {
        page.Open();
        UploadAndRead(4, 1);
        page.Find("#csv").Click();

        page.Until(_ => Directory.GetFiles(page.Downloads, "BATCH_*.csv").Length > 0);
        var line = File.ReadAllLines(Directory.GetFiles(page.Downloads, "BATCH_*.csv")[0])[1];
        Assert.Contains(Receipts.Truth[4].Value!.Object("fields").Text("referencia"), line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_image_is_refused_at_once()
    {
        page.Open();
        page.Drop("#drop", Path.Combine(Repository.Receipts, "truth.json"));

        page.Until(_ => page.Find("#message").Displayed);
        Assert.Equal("truth.json: no es PNG, JPEG ni WebP", page.Find("#message").Text);
        Assert.Empty(page.FindAll("#chosen li"));
        Assert.False(page.Find("#send").Enabled);
    }

    [Fact]
    public void What_the_server_refuses_is_said_in_its_words()
    {
        page.Open();
        var path = Path.Combine(page.Downloads, "falso.png");
        File.WriteAllText(path, "GIF89a");
        page.Drop("#drop", path);
        Describe("1@lid");
        page.Find("#send").Click();

        page.Until(_ => page.Find("#message").Displayed);
        Assert.Contains("falso.png", page.Find("#message").Text, StringComparison.Ordinal);
        Assert.Contains("Validación fallida", page.Find("#message").Text, StringComparison.Ordinal);
        Assert.Single(page.FindAll("#chosen li"));
    }

    [Fact]
    public void The_name_of_a_stored_receipt_fills_its_fields()
    {
        page.Open();
        var path = Path.Combine(page.Downloads, "20250711-A--12345678901@lid_Ana_14-30.jpg");
        File.Copy(Path.Combine(Repository.Receipts, Receipts.Truth[0].Key), path, overwrite: true);
        page.Drop("#drop", path);

        Assert.Equal("12345678901@lid", page.Find("#chosen [name=idWhatsapp]").GetDomProperty("value"));
        Assert.Equal("Ana", page.Find("#chosen [name=nombre]").GetDomProperty("value"));
    }

    private void UploadAndRead(int first, int count)
    {
        page.Drop("#drop", [.. Receipts.Truth.Skip(first).Take(count).Select(receipt => Path.Combine(Repository.Receipts, receipt.Key))]);
        Describe("12345678901@lid");
        page.Picture($"chosen-{first}");
        page.Find("#send").Click();
        page.Until(_ => page.Find("#pending-count").Text != "0");
        page.Find("#read").Click();
        page.Until(_ => page.Find("#message").Text.StartsWith("Lote terminado", StringComparison.Ordinal));
        page.Picture($"read-{first}");
    }

    private void Describe(string sender)
    {
        foreach (var row in page.FindAll("#chosen li"))
        {
            row.FindElement(By.Name("idWhatsapp")).SendKeys(sender);
            row.FindElement(By.Name("nombre")).SendKeys("Ana Pérez");
        }
    }
}
