using System.CommandLine;
using System.Text.Json;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli truth FOLDER --server ADDRESS</c>: downloads corrected receipts as a folder that <c>score</c> and <c>teach</c> read.</summary>
internal static class TruthCommand
{
    private const string KeyVariable = "OCR_API_KEY";

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder to write; it is created." };
        var server = new Option<string>("--server") { Description = "Address of the system.", DefaultValueFactory = _ => "http://localhost:5000" };
        var limit = new Option<int>("--limit") { Description = "Maximum number of receipts, the latest first.", DefaultValueFactory = _ => 200 };
        var draw = new Option<string?>("--draw") { Description = "One draw only, such as 20250711/A." };
        var command = new Command("truth", $"Downloads corrected receipts with their images as a truth.json folder; the key comes from {KeyVariable}.")
        {
            folder, server, limit, draw,
        };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            using var client = new HttpClient { BaseAddress = AddressOf(parsed.GetRequiredValue(server)) };
            if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
            {
                client.DefaultRequestHeaders.Add("X-API-Key", key);
            }

            var target = parsed.GetRequiredValue(folder);
            var count = await DownloadAsync(client, target, parsed.GetValue(limit), parsed.GetValue(draw), cancellation);
            Console.WriteLine($"{count} receipts in {target.FullName}");
            return Guard.Done;
        }));
        return command;
    }

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new TruthException($"--server '{text}' is not an address such as http://localhost:5000.");

    private static async Task<int> DownloadAsync(HttpClient client, DirectoryInfo folder, int limit, string? draw, CancellationToken cancellation)
    {
        var query = $"/api/receipts/truth?limit={limit}" + (draw?.Split('/') is [var date, var number] ? $"&fechasorteo={date}&numerosorteo={number}" : "");
        var truth = await GetAsync(client, query, cancellation);
        using var entries = JsonDocument.Parse(truth);
        folder.Create();
        var count = 0;
        foreach (var file in entries.RootElement.EnumerateObject().Select(entry => entry.Name))
        {
            // A name of the server is never a path here.
            var name = Path.GetFileName(file);
            var image = await GetAsync(client, $"/api/ocr/image/{Path.GetFileNameWithoutExtension(name)}", cancellation);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), image, cancellation);
            count++;
        }

        // Last, so that a folder with it is complete.
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "truth.json"), truth, cancellation);
        return count;
    }

    private static async Task<byte[]> GetAsync(HttpClient client, string path, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsByteArrayAsync(cancellation)
                : throw new TruthException($"{path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
        catch (HttpRequestException exception)
        {
            throw new TruthException($"{client.BaseAddress} cannot be reached: {exception.Message}", exception);
        }
    }
}
