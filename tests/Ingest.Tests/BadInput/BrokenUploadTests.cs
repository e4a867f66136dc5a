using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.BadInput;

/// <summary>Uploads that are interrupted, over a real connection.</summary>
public sealed class BrokenUploadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_that_disconnects_leaves_nothing_behind()
    {
        await using var app = await IngestApp.ListenAsync(_folder, ("TEMP_FOLDER", Path.Combine(_folder.Name, "spool")));
        using var errors = new CapturedLog(LogLevel.Error);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(errors);
        using var form = Forms.Valid(2, _ => TestImages.Png(100, 100, new byte[300_000]));
        var body = await form.ReadAsByteArrayAsync();
        foreach (var part in (double[])[0.01, 0.3, 0.6, 0.999])
        {
            using var connection = await Wire.ConnectAsync(app);
            await connection.SendAsync(Head(form, body.Length));
            await connection.SendAsync(body.AsMemory(0, (int)(body.Length * part)));
            await Probe.UntilAsync(() => Spooled() > 0 || part < 0.1);
        }

        await Probe.UntilAsync(() => Spooled() == 0);
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder.Name, "spool")));
        Assert.Single(await app.UploadAsync(1));
        Assert.True(errors.Lines.Count == 0, string.Join(Environment.NewLine, errors.Lines));
    }

    [Fact]
    public async Task An_upload_that_is_too_slow_is_given_up_in_form()
    {
        await using var app = await IngestApp.ListenAsync(_folder, ("UPLOAD_MIN_BYTES_PER_SECOND", "100000"));
        using var form = Forms.Valid(1);
        var body = await form.ReadAsByteArrayAsync();
        using var connection = await Wire.ConnectAsync(app);
        await connection.SendAsync(Head(form, body.Length));
        await connection.SendAsync(body.AsMemory(0, 100));

        var answer = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TIMEOUT_408", answer, StringComparison.Ordinal);
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task A_request_over_all_limits_is_refused_before_it_is_read()
    {
        await using var app = await IngestApp.ListenAsync(_folder, ("MAX_CONTENT_LENGTH", "2048"), ("MAX_FILES_PER_UPLOAD", "2"));
        using var form = Forms.Valid(1);
        using var connection = await Wire.ConnectAsync(app);
        await connection.SendAsync(Head(form, 2_000_000_000));
        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("FILE_TOO_LARGE_413", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_refused()
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        using var form = Forms.Valid(1);
        var body = await form.ReadAsByteArrayAsync();
        for (var length = 0; length < body.Length - 4; length += 37)
        {
            using var content = new ByteArrayContent(body, 0, length);
            content.Headers.ContentType = form.Headers.ContentType;
            using var response = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), content);
            Assert.Equal(400, (int)response.StatusCode);
        }

        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
    }

    private static string Head(MultipartFormDataContent form, long length) => string.Create(
        CultureInfo.InvariantCulture,
        $"POST /api/upload HTTP/1.1\r\nHost: x\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {length}\r\n\r\n");

    // The files are already unlinked; only handles exist.
    private int Spooled() => OpenFiles.In(Path.Combine(_folder.Name, "spool"));
}
