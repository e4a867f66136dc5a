using System.CommandLine;
using System.Globalization;
using Ocr.Client;
using Ocr.Contracts;
using Ocr.ReceiptCli.Watching;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli watch FOLDER</c>: reads each new image of a folder through the API.</summary>
internal static class WatchCommand
{
    private const string KeyVariable = "OCR_API_KEY";

    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var url = new Option<string>("--url") { Description = "Address of the server.", DefaultValueFactory = _ => "http://localhost:5000" };
        var key = new Option<string?>("--key") { Description = $"API key (default: the environment variable {KeyVariable}, which other users of the machine cannot see)." };
        var draw = new Option<string?>("--draw") { Description = "Draw of files whose name does not contain it." };
        var date = new Option<string?>("--date") { Description = "Date of the draw of such files, YYYYMMDD (default: the date of the file)." };
        var sender = new Option<string>("--sender") { Description = "Sender of such files; ends in @lid.", DefaultValueFactory = _ => "carpeta@lid" };
        var name = new Option<string>("--name") { Description = "Name of the sender of such files.", DefaultValueFactory = _ => "Carpeta" };
        var profile = new Option<string>("--profile") { Description = $"One of {string.Join(", ", ProfileNames.All)}.", DefaultValueFactory = _ => ProfileNames.UltraRapido };
        var interval = new Option<double>("--interval") { Description = "Seconds between two looks at the folder.", DefaultValueFactory = _ => 2 };
        var once = new Option<bool>("--once") { Description = "Send the files that are there, and end." };
        var command = new Command("watch", "Reads each new image of a folder through the API.")
        {
            folder, url, key, draw, date, sender, name, profile, interval, once,
        };
        command.SetAction((parsed, cancellation) => Guard.Run(() => RunAsync(
            Address(parsed.GetRequiredValue(url)),
            parsed.GetValue(key) ?? Environment.GetEnvironmentVariable(KeyVariable),
            new WatchSettings
            {
                Folder = parsed.GetRequiredValue(folder),
                DrawNumber = parsed.GetValue(draw),
                DrawDate = Date(parsed.GetValue(date)),
                WhatsappId = parsed.GetValue(sender)!,
                SenderName = parsed.GetValue(name)!,
                Profile = parsed.GetValue(profile)!,
                Interval = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(interval), 0.1, 3600)),
                Once = parsed.GetValue(once),
            },
            cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, string? key, WatchSettings settings, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromMinutes(2) };
        var client = new OcrClient(http, new OcrClientOptions { ApiKey = string.IsNullOrEmpty(key) ? null : key });
        try
        {
            var left = await new FolderWatcher(client, settings, Console.Out, TimeProvider.System).RunAsync(cancellation);
            return left == 0 ? Guard.Done : Guard.BelowThreshold;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Guard.Done;
        }
        catch (OcrApiException error)
        {
            await Console.Error.WriteLineAsync($"{error.Message} {error.Help}");
            return Guard.Unusable;
        }
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new IOException($"--url: {text} no es una dirección http o https");

    private static DateOnly? Date(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw new IOException($"--date: {text} no es una fecha YYYYMMDD");
}
