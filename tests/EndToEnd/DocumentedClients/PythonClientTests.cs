using Ocr.EndToEnd.Contract;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.DocumentedClients;

/// <summary>The Python client of §4.2 as printed, except for the address.</summary>
[Collection(SharedStandalone.Name)]
public sealed class PythonClientTests(StandaloneFixture standalone) : IDisposable
{
    private const string Driver = """
        import json, sys
        from external_ocr_client import ExternalOCRClient

        client = ExternalOCRClient(sys.argv[1])
        assert client.health_check()
        names = sys.argv[2:]
        files = [(name, open(name, 'rb').read(), 'image/jpeg') for name in names]
        metadata = [{'numerosorteo': 'A', 'fechasorteo': '20250711', 'idWhatsapp': f'12345678{i}@lid',
                     'nombre': 'Juan', 'horamin': '14-30'} for i in range(len(files))]
        result = client.process_documents(files, metadata)
        with open('result.json', 'w') as out:
            json.dump({**result, 'status': client.get_system_status()}, out)
        """;

    private readonly ClientFolder _folder = new();

    [Fact]
    public async Task It_runs_as_a_program()
    {
        _folder.Write("external_ocr_client.py", AsPrinted());
        _folder.Write("recibo1.png", Receipts.Unique(Receipts.Truth[0].Key, 1).Content);

        var output = await _folder.RunAsync("/usr/bin/python3", "external_ocr_client.py");

        Assert.Contains("1 archivos procesados", output, StringComparison.Ordinal);
        Assert.Contains("Confianza: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_several_receipts()
    {
        _folder.Write("external_ocr_client.py", AsPrinted());
        _folder.Write("driver.py", Driver);
        _folder.Write("uno.jpg", Receipts.Unique(Receipts.Truth[0].Key, 1).Content);
        _folder.Write("dos.jpg", Receipts.Unique(Receipts.Truth[1].Key, 2).Content);

        await _folder.RunAsync("/usr/bin/python3", "driver.py", standalone.Address, "uno.jpg", "dos.jpg");

        var result = _folder.ReadJson("result.json");
        Assert.Equal(2, result.Object("upload").Count("files_uploaded"));
        Assert.Equal(2, result.Object("processing").Count("files_processed"));
        Assert.Equal(
            Receipts.Truth.Take(2).Select(receipt => receipt.Value!.Object("fields").Text("referencia")),
            result.Object("results").List("resultados").Select(receipt => receipt.Text("referencia")));
        Assert.Equal("operational", result.Object("status").Object("system").Text("status"));
    }

    public void Dispose() => _folder.Dispose();

    private string AsPrinted() => Specification.Block("§4.2 python").Text.Replace("https://tu-dominio.replit.app", standalone.Address, StringComparison.Ordinal);
}
