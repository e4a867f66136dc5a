using System.Net;
using Ocr.Client;
using Ocr.ReceiptCli.Watching;

namespace Ocr.ReceiptCli.Tests.Watching;

public sealed class FolderWatcherTests : IDisposable
{
    private readonly WatchFolder _folder = new();

    [Fact]
    public async Task A_read_file_is_moved_with_its_result()
    {
        _folder.Write("recibo ñ.JPG");
        _folder.Write("notas.txt");
        _folder.Write(".oculto.jpg");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "enlace.png"), "/etc/hostname");

        Assert.Equal(0, await _folder.RunOnceAsync());

        Assert.Equal([".oculto.jpg", "enlace.png", "leidos/recibo ñ.JPG", "leidos/recibo ñ.JPG.json", "notas.txt"], _folder.Files);
        Assert.Contains("\"clave_nueva\": \"ñ\"", _folder.Read("leidos/recibo ñ.JPG.json"), StringComparison.Ordinal);
        Assert.Contains("recibo ñ.JPG: aceptar [BATCH_1 abc]", _folder.Log.ToString(), StringComparison.Ordinal);
        Assert.Contains("name=numerosorteo\r\n\r\nA", _folder.Bodies.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_metadata_of_a_name_takes_precedence()
    {
        _folder.Write("20250711-B--123456@lid_Ana_14-30.png");

        Assert.Equal(0, await _folder.RunOnceAsync(draw: null));

        Assert.DoesNotContain("numerosorteo", _folder.Bodies.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_draw_stays_and_does_not_stop_the_others()
    {
        _folder.Write("a.png");
        _folder.Write("20250711-B--123456@lid_Ana_14-30.png");

        Assert.Equal(1, await _folder.RunOnceAsync(draw: null));

        Assert.Contains("a.png", _folder.Files);
        Assert.Contains("--draw", _folder.Log.ToString(), StringComparison.Ordinal);
        Assert.Single(_folder.Keys);
    }

    [Fact]
    public async Task A_refused_file_is_moved_with_the_reason()
    {
        _folder.Write("a.png");
        _folder.Respond = () => WatchFolder.Json(
            """{"error_code":"VALIDATION_FAILED_400","mensaje":"no","help":"h","details":{"file_errors":{"a.png":["Archivo vacío"]}}}""", HttpStatusCode.BadRequest);

        Assert.Equal(0, await _folder.RunOnceAsync());

        Assert.Equal(["rechazados/a.png", "rechazados/a.png.txt"], _folder.Files);
        Assert.Contains("a.png: Archivo vacío", _folder.Read("rechazados/a.png.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.OK)]
    public async Task A_file_stays_while_the_server_is_unavailable_and_is_sent_with_the_same_key(HttpStatusCode status)
    {
        _folder.Write("a.png");
        _folder.Write("b.png");
        var works = _folder.Respond;
        _folder.Respond = () => WatchFolder.Json("<html>", status);
        Assert.Equal(2, await _folder.RunOnceAsync());
        Assert.Equal(["a.png", "b.png"], _folder.Files);
        Assert.Single(_folder.Keys);

        _folder.Respond = works;
        Assert.Equal(0, await _folder.RunOnceAsync());

        Assert.Equal(_folder.Keys[0], _folder.Keys[1]);
        Assert.Equal(3, _folder.Keys.Count);
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_ends_the_program()
    {
        _folder.Write("a.png");
        _folder.Respond = () => WatchFolder.Json("{}", HttpStatusCode.Unauthorized);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<OcrApiException>(() => _folder.RunOnceAsync())).Status);
        Assert.Contains("a.png", _folder.Files);
    }

    [Fact]
    public async Task A_file_that_was_read_is_not_sent_again()
    {
        _folder.Write("a.png");
        await _folder.RunOnceAsync();
        _folder.Write("a.png");
        _folder.Write("b.png");
        await _folder.RunOnceAsync();

        Assert.Equal(2, _folder.Keys.Distinct().Count());
        Assert.Equal(2, _folder.Keys.Count);
        Assert.Equal(["leidos/a.png", "leidos/a.png.json", "leidos/a_2.png", "leidos/a_2.png.txt", "leidos/b.png", "leidos/b.png.json"], _folder.Files);
        Assert.Contains("abc", _folder.Read("leidos/a_2.png.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_could_not_be_moved_is_moved_by_the_next_run()
    {
        _folder.Write("a.png");
        _folder.Write("leidos", "a file in place of the folder");
        Assert.Equal(1, await _folder.RunOnceAsync());
        File.Delete(Path.Combine(_folder.Path, "leidos"));
        // A line that a killed process wrote in part.
        File.AppendAllText(Path.Combine(_folder.Path, ".receipt-watch"), "0123");

        Assert.Equal(0, await _folder.RunOnceAsync());

        Assert.Single(_folder.Keys);
        Assert.Equal(["leidos/a.png", "leidos/a.png.txt"], _folder.Files);
        Assert.DoesNotContain("0123", _folder.Read(".receipt-watch").Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_being_written_is_not_complete()
    {
        var files = new SettledFiles(new DirectoryInfo(_folder.Path));
        var path = Path.Combine(_folder.Path, "a.png");
        Assert.Empty(files.Scan());
        _folder.Write("a.png", "12");
        Assert.Empty(files.Scan());
        _folder.Write("a.png", "123");
        Assert.Empty(files.Scan());
        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
        Assert.Empty(files.Scan());

        Assert.Equal(["a.png"], files.Scan().Select(file => file.Name));
        Assert.Equal(["a.png"], files.Scan().Select(file => file.Name));
        File.Delete(path);
        Assert.Empty(files.Scan());
    }

    [Fact]
    public async Task Files_that_arrive_later_are_read_until_the_watcher_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var watching = _folder.Watcher().RunAsync(stop.Token);
        foreach (var name in (string[])["a.png", "b.png"])
        {
            _folder.Write(name);
            while (!File.Exists(Path.Combine(_folder.Path, "leidos", name)))
            {
                Assert.False(watching.IsCompleted);
                await Task.Delay(5);
            }
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(2, _folder.Keys.Count);
    }

    [Fact]
    public async Task A_folder_has_one_watcher()
    {
        using var stop = new CancellationTokenSource();
        var first = _folder.Watcher().RunAsync(stop.Token);

        var error = await Assert.ThrowsAsync<IOException>(() => _folder.RunOnceAsync());

        Assert.Contains("otro proceso", error.Message, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(0, await _folder.RunOnceAsync());
    }

    public void Dispose() => _folder.Dispose();
}
