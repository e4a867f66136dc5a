using System.Net;
using System.Text;
using System.Text.Json;
using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Tests;

/// <summary>Corrected receipts of a system become a folder that <c>score</c> and <c>teach</c> read.</summary>
public sealed class TruthCommandTests : IDisposable
{
    private const string File = "9f2c4a7be0d84c1fa3b65d1e7c908f42.jpg";
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("truth").FullName, "new");
    private readonly HttpListener _server = new();

    public void Dispose()
    {
        _server.Close();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Fact]
    public async Task The_folder_has_every_image_and_its_truth()
    {
        var address = Serve(path => path switch
        {
            "/api/receipts/truth" => Truth(),
            "/api/ocr/image/9f2c4a7be0d84c1fa3b65d1e7c908f42" => [1, 2, 3],
            _ => null,
        });

        Assert.Equal(0, await CommandLine.RunAsync(["truth", _folder, "--server", address]));

        var truth = Assert.Single(TruthFile.Load(_folder));
        Assert.Equal((File, "200.00"), (truth.File, truth[FieldKeys.Monto]));
        Assert.Equal([1, 2, 3], await System.IO.File.ReadAllBytesAsync(Path.Combine(_folder, File)));
    }

    [Fact]
    public async Task A_missing_image_ends_it_without_a_truth_file()
    {
        var address = Serve(path => path == "/api/receipts/truth" ? Truth() : null);

        Assert.Equal(2, await CommandLine.RunAsync(["truth", _folder, "--server", address]));
        Assert.False(System.IO.File.Exists(Path.Combine(_folder, "truth.json")));
    }

    private static byte[] Truth() => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        [File] = new
        {
            layout = "BANCO MERCANTIL",
            fields = FieldKeys.All.ToDictionary(key => key, key => key == FieldKeys.Monto ? "200.00" : ""),
            nombre_beneficiario = "",
            estado_pago = "realizado",
        },
    });

    private string Serve(Func<string, byte[]?> answer)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _server.Prefixes.Add(address);
        _server.Start();
        _ = Task.Run(async () =>
        {
            while (_server.IsListening)
            {
                var context = await _server.GetContextAsync();
                var body = answer(context.Request.Url!.AbsolutePath);
                context.Response.StatusCode = body is null ? 404 : 200;
                await context.Response.OutputStream.WriteAsync(body ?? Encoding.UTF8.GetBytes("no"));
                context.Response.Close();
            }
        });
        return address;
    }
}
