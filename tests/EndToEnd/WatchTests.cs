using System.Text.Json.Nodes;
using Ocr.ReceiptCli;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary><c>receipt-cli watch</c> against the real system.</summary>
[Collection(SharedStandalone.Name)]
public sealed class WatchTests(StandaloneFixture standalone) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr watch ");

    [Fact]
    public async Task A_folder_is_read_and_a_watcher_that_lost_its_journal_stores_nothing_twice()
    {
        var (key, truth) = Receipts.Truth[26];
        var content = Receipts.Unique(key, 1).Content;
        Write("recibo de José.jpg", content);
        Write("20250711-B--123456789@lid_María_14-30.jpg", Receipts.Unique(Receipts.Truth[27].Key, 2).Content);
        Write("roto.png", "no es una imagen"u8.ToArray());
        var written = File.GetLastWriteTime(Path.Combine(_folder.FullName, "recibo de José.jpg"));

        Assert.Equal(0, await WatchAsync());

        Assert.Equal(
            ["20250711-B--123456789@lid_María_14-30.jpg", "recibo de José.jpg"],
            Directory.EnumerateFiles(Path.Combine(_folder.FullName, "leidos"), "*.jpg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("Tipo de archivo no permitido", Read("rechazados/roto.png.txt"), StringComparison.Ordinal);
        var first = JsonNode.Parse(Read("leidos/recibo de José.jpg.json"))!;
        Assert.Equal(truth!["fields"]!.Text("referencia"), first.Object("extracted_fields").Text("referencia"));
        Assert.Equal("B", JsonNode.Parse(Read("leidos/20250711-B--123456789@lid_María_14-30.jpg.json"))!.Object("metadata_whatsapp").Text("numerosorteo"));

        // As after a kill between the response and the journal.
        Directory.Delete(Path.Combine(_folder.FullName, "leidos"), recursive: true);
        File.Delete(Path.Combine(_folder.FullName, ".receipt-watch"));
        Write("recibo de José.jpg", content);
        File.SetLastWriteTime(Path.Combine(_folder.FullName, "recibo de José.jpg"), written);
        Assert.Equal(0, await WatchAsync());

        Assert.Equal(first.Text("receipt_id"), JsonNode.Parse(Read("leidos/recibo de José.jpg.json"))!.Text("receipt_id"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<int> WatchAsync() => CommandLine.RunAsync(["watch", _folder.FullName, "--url", standalone.Address, "--draw", "A", "--once", "--interval", "0.1"]);

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));
}
