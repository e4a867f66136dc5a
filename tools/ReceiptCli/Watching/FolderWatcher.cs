using System.Net;
using System.Text.Json;
using Ocr.Client;

namespace Ocr.ReceiptCli.Watching;

/// <summary>
/// Reads each new image of a folder through the API. A read file is moved to <c>leidos</c> with its result, a refused one to <c>rechazados</c> with
/// the reason. Every other file stays and is sent again with the same key.
/// </summary>
internal sealed class FolderWatcher(OcrClient client, WatchSettings settings, TextWriter log, TimeProvider time)
{
    private const string ReadFolder = "leidos", RefusedFolder = "rechazados";
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SettledFiles _files = new(settings.Folder);

    /// <summary>Watches until it is cancelled, or once.</summary>
    /// <returns>Number of files that are left; only of a single run.</returns>
    /// <exception cref="OcrApiException">The server does not accept the key.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var journal = SentJournal.Open(settings.Folder);
        Scan();
        for (var failures = 0; ;)
        {
            await Task.Delay(Pause(failures), time, cancellationToken);
            var left = await SendAllAsync(journal, cancellationToken);
            if (settings.Once)
            {
                return left;
            }

            // A server or a file that is unavailable is tried less often.
            failures = left == 0 ? 0 : failures + 1;
        }
    }

    private async Task<int> SendAllAsync(SentJournal journal, CancellationToken cancellationToken)
    {
        if (Scan() is not { } files)
        {
            return 1;
        }

        var left = 0;
        for (var index = 0; index < files.Count; index++)
        {
            switch (await TakeAsync(files[index], journal, cancellationToken))
            {
                case Outcome.Moved:
                    break;
                case Outcome.Later:
                    left++;
                    break;
                default:
                    return left + files.Count - index;
            }
        }

        return left;
    }

    private IReadOnlyList<FileInfo>? Scan()
    {
        try
        {
            return _files.Scan();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A share of the network that is unavailable.
            Log($"No se puede leer la carpeta, se intentará otra vez: {error.Message}");
            return null;
        }
    }

    private TimeSpan Pause(int failures)
    {
        var pause = settings.Interval * Math.Pow(2, Math.Min(failures, 10));
        return pause < LongestPause || settings.Interval > LongestPause ? pause : LongestPause;
    }

    private async Task<Outcome> TakeAsync(FileInfo file, SentJournal journal, CancellationToken cancellationToken)
    {
        try
        {
            if (settings.DrawNumber is null && !WatchedFile.HasMetadata(file))
            {
                Log($"{file.Name}: falta el sorteo: use --draw, o nombres como 20250711-A--123456@lid_Juan_14-30.png");
                return Outcome.Later;
            }

            var watched = await WatchedFile.ReadAsync(file, settings, cancellationToken);
            if (journal.Find(watched.Key) is { } receipt)
            {
                watched.MoveTo(ReadFolder, ".txt", $"Este archivo ya se había enviado: recibo {receipt}\n");
                Log($"{file.Name}: ya se había enviado [{receipt}]");
                return Outcome.Moved;
            }

            return await SendAsync(watched, journal, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Other files may be readable.
            Log($"{file.Name}: no se puede leer o mover, se intentará otra vez: {error.Message}");
            return Outcome.Later;
        }
    }

    private async Task<Outcome> SendAsync(WatchedFile watched, SentJournal journal, CancellationToken cancellationToken)
    {
        try
        {
            var result = await client.ReadAsync(
                watched.Receipt, new ReadSettings { IdempotencyKey = watched.Key, Profile = settings.Profile }, cancellationToken);
            journal.Add(watched.Key, result.ReceiptId);
            watched.MoveTo(ReadFolder, ".json", JsonSerializer.Serialize(result.Json, Json) + "\n");
            Log($"{watched.File.Name}: {result.Decision?.Value ?? "leído"}{Reason(result)} [{result.RequestId} {result.ReceiptId}]");
            return Outcome.Moved;
        }
        catch (OcrApiException error) when (IsRefusal(error.Status))
        {
            string[] reasons = [.. error.FileErrors.Concat(error.FieldErrors).Select(item => $"{item.Key}: {string.Join("; ", item.Value)}")];
            watched.MoveTo(RefusedFolder, ".txt", string.Join("\n", [error.Message, .. reasons, error.Help]) + "\n");
            Log($"{watched.File.Name}: rechazado: {(reasons.Length > 0 ? string.Join(", ", reasons) : error.Message)}");
            return Outcome.Moved;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && IsTemporary(error))
        {
            Log($"{watched.File.Name}: se intentará otra vez: {error.Message}");
            return Outcome.Unavailable;
        }
    }

    private static string Reason(ReceiptDocument result) => result.Decision?.Reasons is [{ Text: var text }, ..] ? $" ({text})" : "";

    // The content cannot be read, now or later.
    private static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity;

    // 401, 403 and 404 are errors of the settings and end the program.
    private static bool IsTemporary(Exception error) => error is HttpRequestException or HttpIOException or TimeoutException or TaskCanceledException or JsonException
        || error is OcrApiException { Status: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout };

    private enum Outcome
    {
        // The file was read or refused.
        Moved,

        // The file stays, and the next one is sent.
        Later,

        // The server is unavailable.
        Unavailable,
    }

    private void Log(string text) => log.WriteLine($"{time.GetLocalNow():yyyy-MM-dd HH:mm:ss} {text}");
}
