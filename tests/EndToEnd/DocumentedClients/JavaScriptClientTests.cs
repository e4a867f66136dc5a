using Ocr.EndToEnd.Contract;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.DocumentedClients;

/// <summary>
/// The JavaScript client of §4.1 as printed, except for the address. Its uploads send <c>Content-Type: undefined</c>. It calls two methods
/// that are not printed; the driver defines them.
/// </summary>
[Collection(SharedStandalone.Name)]
public sealed class JavaScriptClientTests(StandaloneFixture standalone) : IDisposable
{
    // Node 18 has File in a module only. The printed client precedes this code in the same file.
    private const string Driver = """

        const { File: ReceiptFile } = require('node:buffer');
        const { readFileSync, writeFileSync } = require('node:fs');
        ExternalOCRClient.prototype.getResults = function () {
            return this.makeRequestWithRetry('/api/extract_results', { headers: this.headers });
        };
        ExternalOCRClient.prototype.getProcessingStatus = function (requestId) {
            return this.makeRequest(`/api/ocr/status/${requestId}`, { headers: this.headers });
        };
        const run = async (prefer, ...names) => {
            const client = new ExternalOCRClient({ baseUrl: ocrClient.baseUrl, timeout: 60000, retries: 1 });
            if (prefer) client.headers.Prefer = prefer;
            const files = names.map((name) => new ReceiptFile([readFileSync(name)], name, { type: 'image/jpeg' }));
            const checked = client.validateFiles(files);
            if (!checked.valid) throw new Error(checked.errors.join());
            const metadata = names.map((_, index) => ({
                numerosorteo: 'A', fechasorteo: '20250711', idWhatsapp: `12345678${index}@lid`, nombre: 'Juan', horamin: '14-30',
            }));
            writeFileSync('result.json', JSON.stringify(await client.processDocuments(files, metadata)));
        };
        run(...process.argv.slice(2)).catch((error) => { console.error(error); process.exitCode = 1; });
        """;

    private readonly ClientFolder _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("respond-async")]
    public async Task It_reads_several_receipts_waiting_or_polling(string prefer)
    {
        var asPrinted = Specification.Block("§4.1 javascript").Text.Replace("https://tu-dominio.replit.app", standalone.Address, StringComparison.Ordinal);
        _folder.Write("external-ocr-client.js", asPrinted + Driver);
        _folder.Write("uno.jpg", Receipts.Unique(Receipts.Truth[0].Key, 1).Content);
        _folder.Write("dos.jpg", Receipts.Unique(Receipts.Truth[1].Key, 2).Content);

        await _folder.RunAsync("node", "external-ocr-client.js", prefer, "uno.jpg", "dos.jpg");

        var result = _folder.ReadJson("result.json");
        Assert.Equal(2, result.Object("upload").Count("files_uploaded"));
        Assert.Equal(2, result.Object("processing").Count("files_processed"));
        Assert.Equal(
            Receipts.Truth.Take(2).Select(receipt => receipt.Value!.Object("fields").Text("referencia")),
            result.Object("results").List("resultados").Select(receipt => receipt.Text("referencia")));
    }

    public void Dispose() => _folder.Dispose();
}
