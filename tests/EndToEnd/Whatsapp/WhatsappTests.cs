using System.Text.Json.Nodes;
using Ocr.EndToEnd.DocumentedClients;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Whatsapp;

/// <summary>The n8n workflow of docs/es/whatsapp.md, run node by node, with its calls against the real system.</summary>
[Collection(SharedStandalone.Name)]
public sealed class WhatsappTests(StandaloneFixture standalone) : IDisposable
{
    // 14:30 of 11 July 2025 in Caracas.
    private const long SentAt = 1752258600;

    private static readonly string Workflow = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "n8n", "whatsapp.json"));
    private static readonly string Runner = File.ReadAllText(Path.Combine(Repository.Root, "tests", "EndToEnd", "Whatsapp", "workflow.mjs"));

    private readonly ClientFolder _folder = new();

    [Fact]
    public async Task A_message_is_read_once_and_answered_by_its_decision()
    {
        var truth = Receipts.Truth[21];
        var message = Message(truth.Key, "Sorteo b, gracias");

        var calls = await RunAsync(message);
        var again = await RunAsync(message);

        Assert.Equal(2, calls.Length);
        var document = calls[0].Object("response");
        Assert.Equal(truth.Value!["fields"]!.Text("monto"), document.Object("extracted_fields").Text("monto"));
        var metadata = document.Object("metadata_whatsapp");
        Assert.Equal(("B", "20250711", "14-30", "584140000001@lid", "Ana 🎲"), (
            metadata.Text("numerosorteo"), metadata.Text("fechasorteo"), metadata.Text("horamin"), metadata.Text("idWhatsapp"), metadata.Text("nombre")));
        Assert.Equal("http://evolution.example/message/sendText/loter%C3%ADa", calls[1].Text("url"));
        var reply = calls[1].Object("body");
        Assert.Equal("584140000001@s.whatsapp.net", reply.Text("number"));
        Assert.Equal(message["data"]!["key"]!.Text("id"), reply.Object("quoted").Object("key").Text("id"));
        Assert.Equal(document.Text("receipt_id"), again[0].Object("response").Text("receipt_id"));
    }

    [Theory]
    [InlineData("", 0, "B", "20250711")]
    [InlineData("Pago del sorteo C", 0, "C", "20250711")]
    [InlineData("sorteo A", 0, "A", "20250712")]
    [InlineData("sorteo Z", 0, "B", "20250711")]
    [InlineData("sorteo Amanecer", 0, "B", "20250711")]
    [InlineData("", 4 * 60 + 30, "A", "20250712")]
    [InlineData("", -2 * 60, "A", "20250711")]
    [InlineData("", 10 * 60, "A", "20250712")]
    public async Task The_draw_is_that_of_the_caption_or_the_next_one(string caption, int minutesLater, string draw, string date)
    {
        var calls = await RunAsync(Message(Receipts.Truth[22].Key, caption, SentAt + (60 * minutesLater)));

        var body = calls[0].Object("body");
        Assert.Equal((draw, date), (body.Text("numerosorteo"), body.Text("fechasorteo")));
        Assert.Equal(200, calls[0].Count("status"));
    }

    [Fact]
    public async Task A_read_that_exceeds_the_wait_is_repeated_with_its_key()
    {
        var calls = await RunAsync(Message(Receipts.Truth[23].Key, ""), espera: 0);

        Assert.Equal(202, calls[0].Count("status"));
        Assert.Equal(200, calls[^2].Count("status"));
        Assert.Single(calls[..^1].Select(call => call.Object("headers").Text("Idempotency-Key")).Distinct());
        Assert.Single(calls, call => call.Text("url").Contains("sendText", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_customer_reads_why_an_image_was_not_accepted()
    {
        var image = Message(Receipts.Truth[24].Key, "");
        await RunAsync(image);
        image["data"]!["key"]!["id"] = Guid.NewGuid().ToString("N");
        var repeated = await RunAsync(image);
        image["data"]!["key"]!["id"] = Guid.NewGuid().ToString("N");
        image["data"]!["message"]!["base64"] = Convert.ToBase64String("GIF89a"u8);
        var refused = await RunAsync(image);

        Assert.StartsWith("No aceptamos su recibo.", repeated[^1].Object("body").Text("text"), StringComparison.Ordinal);
        Assert.Equal(400, refused[0].Count("status"));
        Assert.Contains("Tipo de archivo no permitido", refused[^1].Object("body").Text("text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fromMe")]
    [InlineData("text")]
    [InlineData("event")]
    public async Task A_message_without_a_receipt_makes_no_call(string kind)
    {
        var message = Message(Receipts.Truth[25].Key, "");
        switch (kind)
        {
            case "fromMe":
                message["data"]!["key"]!["fromMe"] = true;
                break;
            case "text":
                message["data"]!["message"] = new JsonObject { ["conversation"] = "hola" };
                break;
            default:
                message["event"] = "messages.update";
                break;
        }

        Assert.Empty(await RunAsync(message));
    }

    public void Dispose() => _folder.Dispose();

    // As Evolution API 2 sends it, with base64 turned on.
    private static JsonObject Message(string file, string caption, long sentAt = SentAt) => new()
    {
        ["event"] = "messages.upsert",
        ["instance"] = "lotería",
        ["data"] = new JsonObject
        {
            ["key"] = new JsonObject { ["remoteJid"] = "584140000001@s.whatsapp.net", ["fromMe"] = false, ["id"] = Guid.NewGuid().ToString("N").ToUpperInvariant() },
            ["pushName"] = "Ana 🎲\u202E",
            ["messageType"] = "imageMessage",
            ["messageTimestamp"] = sentAt,
            ["message"] = new JsonObject
            {
                ["imageMessage"] = new JsonObject { ["caption"] = caption, ["mimetype"] = "image/jpeg" },
                ["base64"] = Convert.ToBase64String(Receipts.Unique(file, 1).Content),
            },
        },
    };

    private async Task<JsonObject[]> RunAsync(JsonObject message, int espera = 30)
    {
        _folder.Write("workflow.mjs", Runner);
        _folder.Write("whatsapp.json", Workflow);
        _folder.Write("message.json", message.ToJsonString());
        _folder.Write("settings.json", new JsonObject
        {
            ["ocr_url"] = standalone.Address,
            ["evolution_url"] = "http://evolution.example",
            ["espera_segundos"] = espera,
        }.ToJsonString());
        return JsonNode.Parse(await _folder.RunAsync("node", "workflow.mjs", "whatsapp.json", "message.json", "settings.json"))!.List("calls");
    }
}
