using Ocr.Testing.Harness;
using OpenQA.Selenium;

namespace Ocr.EndToEnd.Page;

/// <summary>Uploading and reading on the page, in a real browser against the real system.</summary>
[Collection(SharedPage.Name)]
public sealed class PageTests(PageBrowser page)
{
    [Fact]
    public void Dropped_receipts_are_uploaded_read_and_listed_with_what_is_decided_on_them()
    {
        page.Open();
        UploadAndRead(0, 3);
        Assert.Matches("^Lote terminado. 3 recibos: ", page.Find("#message").Text);
        page.Find("#read-batch a").Click();
        page.Until(_ => page.FindAll("#batch-receipts tbody tr").Count == 3);

        var references = page.FindAll("#batch-receipts td[data-label=Referencia]").Select(cell => cell.Text);
        Assert.Equal(Receipts.Truth.Take(3).Select(receipt => receipt.Value!.Object("fields").Text("referencia")), references);
        Assert.All(page.FindAll("#batch-receipts td[data-label=Monto]"), cell => Assert.EndsWith(" BS", cell.Text, StringComparison.Ordinal));
        foreach (var row in page.FindAll("#batch-receipts tbody tr"))
        {
            var (state, missing) = (row.FindElement(By.CssSelector("td[data-label=Estado]")).Text, row.FindElement(By.CssSelector("td:last-child")).Text);
            Assert.Equal(!missing.Contains("Falta: ", StringComparison.Ordinal), state.StartsWith("✓ Completo", StringComparison.Ordinal));
        }

        Assert.Empty(page.Complaints());
    }

    [Fact]
    public void Repeated_receipts_are_counted_as_duplicates()
    {
        page.Open();
        page.Drop("#drop", [.. Enumerable.Repeat(Path.Combine(Repository.Receipts, Receipts.Truth[60].Key), 3)]);
        Describe("12345678901@lid");
        Send();

        Assert.Contains("duplicado: 2", page.Find("#message").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_cannot_be_loaded_removes_the_previous_one_from_the_page()
    {
        page.Open();
        UploadAndRead(7, 1);
        page.Find("#read-batch a").Click();
        page.Until(_ => page.FindAll("#batch-receipts tbody tr").Count == 1);
        page.Run("location.hash = '#/lotes/BATCH_20200101_000000_000'");
        page.Until(_ => page.Find("#message").Displayed);

        Assert.Empty(page.FindAll("#batch-receipts tbody tr"));
        Assert.Equal("", page.Text("#batch-summary"));
    }

    [Fact]
    public void A_file_that_is_not_an_image_is_refused_before_the_upload()
    {
        page.Open();
        page.Drop("#drop", Path.Combine(Repository.Receipts, "truth.json"));

        page.Until(_ => page.Find("#message").Displayed);
        Assert.Equal("truth.json: no es PNG, JPEG, WebP ni HEIC", page.Find("#message").Text);
        Assert.Empty(page.FindAll("#chosen li"));
        Assert.False(page.Find("#send").Enabled);
    }

    [Fact]
    public void A_picture_of_an_iPhone_is_uploaded_and_read()
    {
        page.Open();
        page.Drop("#drop", Path.GetFullPath(Path.Combine(Repository.Receipts, "..", "heic", "heldout-64-00014.heic")));
        Describe("8@lid");
        Send();

        Assert.Empty(page.FindAll("#chosen li"));
    }

    [Fact]
    public void A_refusal_of_the_server_is_shown_in_its_words()
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
    public async Task Each_file_is_stored_under_the_draw_of_its_name_or_of_its_own_fields_else_of_the_form()
    {
        page.Open();
        var named = Path.Combine(page.Downloads, "20250712-B--12345678901@lid_Ana_14-30.jpg");
        File.Copy(Path.Combine(Repository.Receipts, Receipts.Truth[61].Key), named, overwrite: true);
        page.Drop("#drop", named, Path.Combine(Repository.Receipts, Receipts.Truth[62].Key), Path.Combine(Repository.Receipts, Receipts.Truth[63].Key));
        Assert.Equal("12345678901@lid", page.Find("#chosen [name=idWhatsapp]").GetDomProperty("value"));
        Assert.Contains("Sorteo B · 12/07/2025 · 14:30 (del nombre del archivo)", page.Find("#chosen summary").Text, StringComparison.Ordinal);
        foreach (var row in page.FindAll("#chosen li").Skip(1))
        {
            row.FindElement(By.Name("idWhatsapp")).SendKeys("12345678902@lid");
            row.FindElement(By.Name("nombre")).SendKeys("Luis");
        }

        page.FindAll("#chosen summary")[2].Click();
        page.FindAll("#chosen [name=numerosorteo]")[2].SendKeys("7");
        page.Find("#upload [name=numerosorteo]").Clear();
        page.Find("#upload [name=numerosorteo]").SendKeys("C");

        // The clock advances while the page is open.
        page.Run("const Then = Date; window.Date = class extends Then { constructor(...given) { super(...(given.length ? given : [2030, 4, 6, 7, 8])); } };");
        page.Find("#send").Click();
        page.Until(_ => page.Find("#message").Text.Contains("3 recibos subidos", StringComparison.Ordinal));

        var stored = (await page.Api.GetAsync("/api/files/pending")).List("files").Select(file => file.Object("metadata"))
            .Select(file => $"{file.Text("numerosorteo")} {file.Text("fechasorteo")} {file.Text("horamin")}");
        Assert.Equal(["7 20300506 07-08", "B 20250712 14-30", "C 20300506 07-08"], stored.Order(StringComparer.Ordinal));
        await page.Api.ProcessAsync();
    }

    private void UploadAndRead(int first, int count)
    {
        page.Drop("#drop", [.. Receipts.Truth.Skip(first).Take(count).Select(receipt => Path.Combine(Repository.Receipts, receipt.Key))]);
        Describe("12345678901@lid");
        Send();
    }

    private void Send()
    {
        page.Find("#send").Click();
        page.Until(_ => page.Text("#pending-count") != "0");
        page.Find("#read").Click();
        page.Until(_ => page.Find("#message").Text.StartsWith("Lote terminado", StringComparison.Ordinal));
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
