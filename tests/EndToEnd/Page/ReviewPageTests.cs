using System.Net.Http.Json;
using Ocr.Testing.Harness;
using OpenQA.Selenium;
using SkiaSharp;

namespace Ocr.EndToEnd.Page;

/// <summary>Deciding on receipts on the page.</summary>
[Collection(SharedPage.Name)]
public sealed class ReviewPageTests(PageBrowser page)
{
    [Fact]
    public async Task Twenty_receipts_are_decided_and_one_is_corrected_by_keyboard_alone()
    {
        const string draw = "20310101";
        await page.Desk.ReadAsync(draw, 20, 20);
        page.Open($"revisar/{draw}-A");
        page.Until(_ => page.FindAll("#queue-list li").Count == 20 && page.FindAll("#frame canvas").Count == 1);
        page.Picture("desk");
        page.Press("?");
        page.Until(_ => page.Find("#keys").Displayed);
        page.Press(Keys.Escape);
        page.Until(_ => !page.Find("#keys").Displayed);

        Assert.Equal("Monto", Repeat(16, Keys.ArrowUp, "#fields tr.current th"));
        page.Press(Keys.Enter);
        page.Until(_ => page.FindAll("#fields form").Count == 1);
        page.Press("1.234,56" + Keys.Enter);
        page.Until(_ => page.FindAll("#fields tr.corrected[data-field=monto]").Count == 1);
        for (var receipt = 0; receipt < 20; receipt++)
        {
            Decide(accept: receipt % 4 != 3);
        }

        page.Until(_ => page.Find("#review-empty").Displayed);
        var stored = await page.Desk.ReceiptsAsync(draw);
        Assert.Equal(15, stored.Count(receipt => receipt.Object("revision").Text("estado") == "aceptado"));
        Assert.All(stored.Where(receipt => receipt.Object("revision").Text("estado") != "aceptado"), receipt => Assert.Equal("Referencia de otro día", receipt.Object("revision").Text("motivo")));
        Assert.Equal("1234.56", Assert.Single(stored.SelectMany(receipt => receipt.List("correcciones"))).Text("valor"));
        Assert.Empty(page.Complaints());
    }

    [Fact]
    public async Task The_second_of_two_reviewers_sees_what_the_first_decided_and_overwrites_nothing()
    {
        const string draw = "20310102";
        await page.Desk.ReadAsync(draw, 40, 1);
        OpenReview(draw);
        page.Press("r");
        page.Until(_ => page.Find("#reject").Displayed);
        page.Press("El monto no coincide");
        page.InOtherWindow(() =>
        {
            OpenReview(draw);
            page.Press("a");
            page.Until(_ => page.Text("#review-status").EndsWith(": aceptado.", StringComparison.Ordinal));
        });
        page.Find("#reject button.reject").Click();
        page.Until(_ => page.Find("#message").Displayed);

        Assert.Contains("No se guardó", page.Find("#message").Text, StringComparison.Ordinal);
        page.Until(_ => page.Find("#review-decided").Text.StartsWith("Aceptado por", StringComparison.Ordinal));
        Assert.Equal("aceptado", (await page.Desk.ReceiptAsync(draw)).Object("revision").Text("estado"));
    }

    [Fact]
    public async Task A_change_elsewhere_appears_without_a_reload()
    {
        const string draw = "20310103";
        await page.Desk.ReadAsync(draw, 41, 1);
        OpenReview(draw);
        var id = (await page.Desk.ReceiptAsync(draw)).Text("receipt_id");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/receipts/{id}/decision") { Content = JsonContent.Create(new { decision = "rechazado", motivo = "Repetido" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var response = await page.Api.Client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode);

        page.Until(_ => page.Find("#review-decided").Text.StartsWith("Rechazado por", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draw_that_opens_while_something_changes_is_not_replaced_by_all_draws()
    {
        const string draw = "20310110";
        await page.Desk.ReadAsync(draw, 45, 1);
        await page.Desk.ReadAsync("20310111", 46, 1);
        page.Open("revisar/20310112-A");
        page.Until(_ => page.Find("#review-empty").Displayed);
        // Each event makes the page fetch changes, as does the opening of its stream.
        page.Run($"location.hash = '#/revisar/{draw}-A'; for (const wait of [0, 1, 2, 4, 8, 16]) setTimeout(() => document.dispatchEvent(new Event('visibilitychange')), wait);");

        page.Until(_ => page.Text("#review-about").Contains("10/01/2031", StringComparison.Ordinal));
        Assert.Single(page.FindAll("#queue-list li"));
        Assert.Equal($"{draw}-A", page.Run("return document.getElementById('queue-draw').value"));
    }

    [Fact]
    public async Task A_decision_without_connection_is_not_taken_and_can_be_repeated_when_it_is_back()
    {
        const string draw = "20310104";
        await page.Desk.ReadAsync(draw, 42, 1);
        OpenReview(draw);
        page.Connect(online: false);
        try
        {
            page.Press("a");
            page.Until(_ => page.Find("#offline").Displayed && page.Find("#message").Text.Contains("No hay conexión", StringComparison.Ordinal));
            Assert.Equal("pendiente", (await page.Desk.ReceiptAsync(draw)).Object("revision").Text("estado"));
        }
        finally
        {
            page.Connect(online: true);
        }

        page.Until(_ => !page.Find("#offline").Displayed);
        page.Press("a");
        page.Until(_ => page.Text("#review-status").EndsWith(": aceptado.", StringComparison.Ordinal));
        Assert.Equal("aceptado", (await page.Desk.ReceiptAsync(draw)).Object("revision").Text("estado"));
    }

    [Fact]
    public async Task The_page_reconnects_after_a_restart_of_the_server()
    {
        const string draw = "20310105";
        await page.Desk.ReadAsync(draw, 43, 1);
        OpenReview(draw);
        await page.RestartAsync(() => page.Until(_ => page.Find("#offline").Displayed));
        page.Until(_ => !page.Find("#offline").Displayed);
        page.Press("a");
        page.Until(_ => page.Text("#review-status").EndsWith(": aceptado.", StringComparison.Ordinal));

        Assert.Equal("aceptado", (await page.Desk.ReceiptAsync(draw)).Object("revision").Text("estado"));
    }

    [Fact]
    public async Task Words_of_an_image_that_is_upside_down_are_marked_where_they_are()
    {
        var upright = Receipts.Of(Receipts.Truth[20].Key);
        await page.Desk.ReadAsync("20310106", upright);
        await page.Desk.ReadAsync("20310107", Receipts.Of(Receipts.Truth[20].Key) with { Content = UpsideDown(upright.Content) });

        OpenReview("20310106");
        var expected = Marked();
        OpenReview("20310107");
        Assert.Contains("se enderezó", page.Text("#caption"), StringComparison.Ordinal);
        var turned = Marked();

        // The page shows it upright: the same words are at the same places.
        Assert.All(expected.Zip(turned), pair => Assert.InRange(pair.Second - pair.First, -8, 8));
    }

    [Fact]
    public async Task The_image_turns_and_grows_and_its_marks_with_it()
    {
        await page.Desk.ReadAsync("20310108", 44, 1);
        OpenReview("20310108");
        var (width, before) = (Size("width"), Marked());
        page.Press("g");
        page.Until(_ => Size("width") != width);
        Assert.NotEqual(before, Marked());
        var zoomed = Convert.ToDouble(page.Run("return document.querySelector('#frame .sheet').offsetWidth"), null);
        page.Press("+");
        page.Until(_ => Convert.ToDouble(page.Run("return document.querySelector('#frame .sheet').offsetWidth"), null) > zoomed * 1.4);
    }

    [Fact]
    public async Task A_duplicate_is_shown_beside_the_receipt_that_it_repeats()
    {
        const string draw = "20310109";
        await page.Desk.ReadAsync(draw, Receipts.Of(Receipts.Truth[45].Key), Receipts.Of(Receipts.Truth[45].Key, 2));
        page.Open($"revisar/{draw}-A");
        page.Until(_ => page.FindAll("#queue-list li").Count == 2);
        page.FindAll("#queue-list button").First(entry => entry.GetDomAttribute("title") == "Duplicado").Click();

        page.Until(_ => page.Find("#earlier").Displayed && page.FindAll("#earlier-frame canvas").Count == 1 && page.FindAll("#earlier-fields tbody tr").Count > 4);
        Assert.Empty(page.FindAll("#earlier-fields tr.differs"));
    }

    private void OpenReview(string draw)
    {
        page.Open($"revisar/{draw}-A");
        page.Until(_ => page.FindAll("#frame canvas").Count == 1 && page.FindAll("#fields tr.current").Count == 1);
    }

    private void Decide(bool accept)
    {
        var name = page.Text("#review-name");
        if (accept)
        {
            page.Press("a");
        }
        else
        {
            page.Press("r");
            page.Until(_ => page.Find("#reject").Displayed);
            page.Press("Referencia de otro día" + Keys.Enter);
        }

        page.Until(_ => page.Text("#review-status") == $"{name}: {(accept ? "aceptado" : "rechazado")}.");
        page.Until(_ => page.Find("#review-empty").Displayed || (page.Text("#review-name") != name && page.FindAll("#fields tr.current").Count == 1));
    }

    private string Repeat(int times, string key, string selector)
    {
        for (var time = 0; time < times; time++)
        {
            page.Press(key);
        }

        return page.Text(selector);
    }

    private double Size(string side) => Convert.ToDouble(page.Run($"return document.querySelector('#frame canvas').{side}"), null);

    // Corners of the marks of the reference, in pixels of the image as it is shown.
    private double[] Marked()
    {
        page.Run("document.querySelector('tr[data-field=referencia] button').focus()");
        var points = (string)page.Run("return [...document.querySelectorAll('#frame polygon.lit')].map(mark => mark.getAttribute('points')).join(' ')")!;
        Assert.NotEqual("", points);
        var corners = points.Split(' ').Select(point => Array.ConvertAll(point.Split(','), part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        return [corners.Min(corner => corner[0]), corners.Min(corner => corner[1]), corners.Max(corner => corner[0]), corners.Max(corner => corner[1])];
    }

    private static byte[] UpsideDown(byte[] jpeg)
    {
        using var image = SKBitmap.Decode(jpeg);
        using var turned = new SKBitmap(image.Width, image.Height);
        using (var canvas = new SKCanvas(turned))
        {
            canvas.RotateDegrees(180, image.Width / 2f, image.Height / 2f);
            canvas.DrawBitmap(image, 0, 0, SKSamplingOptions.Default);
        }

        using var encoded = turned.Encode(SKEncodedImageFormat.Jpeg, 92);
        return encoded.ToArray();
    }
}
